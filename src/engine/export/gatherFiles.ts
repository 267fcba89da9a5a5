import { EXPORT_LIMITS, type ExportedFiles, type LeftOut } from "../../core/compare/export/exportData.ts";
import { sortOutImages } from "../../core/compare/imageSeries.ts";
import { haveEqualSizes, ownedFile } from "../../core/compare/runFile.ts";
import type { ComparedFile, ComparedFiles, FileContents, OwnedFile, RunFile } from "../../core/model/comparedFiles.ts";
import type { RunRef } from "../../core/model/run.ts";
import type { Engine } from "../engine.ts";

type Asked = Pick<Engine, "compareFiles" | "fileContents" | "preview">;

/** The files of runs: which are the same, and what they hold, small ones first, until there is no more room. */
export async function gatherFiles(
  engine: Asked,
  refs: readonly RunRef[],
): Promise<{ readonly files: ExportedFiles; readonly leftOut: readonly LeftOut[] }> {
  const files = await engine.compareFiles(refs);
  const owned = (file: RunFile): OwnedFile | null => {
    const ref = refs[file.run];
    return ref === undefined ? null : ownedFile(file, ref);
  };
  const contents: (readonly [string, FileContents])[] = [];
  for (const { path, files: own } of files.rows.slice(0, EXPORT_LIMITS.paths)) {
    const asked = own.flatMap((file) => owned(file) ?? []);
    if (haveEqualSizes(own)) contents.push([path, await engine.fileContents(asked)]);
  }
  const shown = shownFiles(files);
  const previews: (OwnedFile & { readonly preview: Awaited<ReturnType<Asked["preview"]>> })[] = [];
  let bytes = 0;
  for (const file of shown) {
    const own = owned(file);
    if (own === null || file.size > EXPORT_LIMITS.content || bytes + file.size > EXPORT_LIMITS.contents) continue;
    bytes += file.size;
    previews.push({ ...own, preview: await engine.preview(own.owner, own.path) });
  }
  const left = shown.length - previews.length;
  return {
    files: { files, contents, previews },
    leftOut: left === 0 ? [] : [{ what: "contents", count: left, of: shown.length }],
  };
}

/** All but the small twins of logged images; small ones first. */
function shownFiles(files: ComparedFiles): readonly RunFile[] {
  const { series, rows } = sortOutImages(files.rows);
  const images = series.flatMap((own) =>
    own.steps.flatMap((step) => own.runs.flatMap((run) => own.at(step, run) ?? [])),
  );
  return [...rows.flatMap((row: ComparedFile) => row.files), ...images].sort((a, b) => a.size - b.size);
}
