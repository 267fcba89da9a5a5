import type { ImagePreview } from "../../../../../core/artifacts/preview.ts";
import { ownedFile } from "../../../../../core/compare/runFile.ts";
import type { RunFile } from "../../../../../core/model/comparedFiles.ts";
import type { RunRef } from "../../../../../core/model/run.ts";
import type { FileOfRun } from "../../../../../protocol/compare.ts";
import type { ShownComparison } from "../../shownComparison.ts";
import { ImagePanes } from "./ImagePanes.tsx";
import { PreviewPane } from "./PreviewPane.tsx";
import { TableDiffView } from "./TableDiffView.tsx";
import { usePreviews } from "./usePreviews.ts";

interface Props {
  /** The first is what the others are set against. */
  readonly runs: readonly number[];
  readonly shown: ShownComparison;
  /** Said where a run has none. */
  readonly missing: string;
  look(ref: RunRef): number;
  fileOf(run: number): RunFile | null;
}

/** A pane a run: pictures with one zoom for all, else previews. */
export function Panes({ runs, shown, missing, look, fileOf }: Props) {
  const files = runs.map((run): FileOfRun | null => {
    const file = fileOf(run);
    const ref = shown.comparison.runs[run]?.ref;
    return file === null || ref === undefined ? null : { ref, ...ownedFile(file, ref) };
  });
  const previews = usePreviews(files);
  const panes = runs.flatMap((run, index) => {
    const row = shown.comparison.runs[run];
    if (row === undefined) return [];
    const head = { run: row, look: look(row.ref), isBaseline: run === shown.baseline };
    return [{ head, file: files[index] ?? null, preview: previews[index] }];
  });
  const found = panes.flatMap(({ preview }) => (preview ? [preview] : []));
  if (found.length > 0 && found.every((preview): preview is ImagePreview => preview.kind === "image")) {
    return <ImagePanes panes={panes} missing={missing} />;
  }
  const [first] = panes;
  const tables = panes.filter(({ file }) => file !== null && TABLE.test(file.path));
  return (
    <>
      {tables.length > 1 && tables[0] === first && <TableDiffView panes={tables} />}
      <div class="panes">
        {panes.map(({ head, file, preview }, index) => (
          <PreviewPane
            key={head.run.id}
            head={head}
            file={file}
            preview={preview}
            missing={missing}
            against={index > 0 ? (first?.file ?? null) : null}
          />
        ))}
      </div>
    </>
  );
}

/** Files that may hold a table. */
const TABLE = /\.(csv|tsv|json)$/i;
