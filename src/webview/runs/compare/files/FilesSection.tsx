import { useMemo, useRef, useState } from "preact/hooks";
import type { ComparedFiles } from "../../../../core/model/comparedFiles.ts";
import type { RunRef } from "../../../../core/model/run.ts";
import type { RunRow } from "../../../../core/model/views.ts";
import { visibleText } from "../../../../core/model/visibleText.ts";
import { t } from "../../../ui/l10n.ts";
import { Section } from "../../../ui/Section.tsx";
import type { ShownComparison } from "../shownComparison.ts";
import { type FileEntry, fileEntries } from "./entries.ts";
import { FileTable } from "./FileTable.tsx";
import { useContents } from "./useContents.ts";
import { useFiles } from "./useFiles.ts";
import { FileViewer } from "./viewer/FileViewer.tsx";

interface Props {
  readonly shown: ShownComparison;
  look(ref: RunRef): number;
}

/** The runs' files side by side, read once this comes near the screen; left out where there are none. */
export function FilesSection({ shown, look }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const state = useFiles(root, shown.comparison.runs);
  return (
    <div ref={root}>
      {state.kind === "failed" && (
        <Section title={t("Artifacts")}>
          <p class="dim">{state.reason}</p>
        </Section>
      )}
      {state.kind === "shown" && <Files files={state.files} shown={shown} look={look} />}
    </div>
  );
}

function Files({ files, shown, look }: Props & { readonly files: ComparedFiles }) {
  const { comparison, state } = shown;
  const entries = useMemo(() => fileEntries(files, state.filter), [files, state.filter]);
  const contents = useContents(files, comparison.runs);
  const [chosen, setChosen] = useState<string | null>(null);
  const entry = entries.find(({ id }) => id === chosen) ?? null;
  const choose = ({ id }: FileEntry): void => setChosen((was) => (was === id ? null : id));
  const reasons = reasonsOf(files, comparison.runs);
  if (files.rows.length === 0 && reasons.length === 0) return null;
  return (
    <Section title={t("Artifacts")} count={entries.length}>
      {entries.length > 0 && (
        <FileTable shown={shown} entries={entries} contents={contents} chosen={chosen} look={look} onChoose={choose} />
      )}
      {files.cut && <p class="dim">{t("There are more files than are listed here.")}</p>}
      {reasons.map((reason) => (
        <p key={reason} class="dim">
          {reason}
        </p>
      ))}
      {entry !== null && (
        <FileViewer key={entry.id} entry={entry} shown={shown} look={look} onClose={() => setChosen(null)} />
      )}
    </Section>
  );
}

const REASONS = 3;

/** Why runs show no files, the first few. */
function reasonsOf({ reasons }: ComparedFiles, runs: readonly RunRow[]): readonly string[] {
  const found = reasons.flatMap((reason, run) =>
    reason === null ? [] : [t("{0}: {1}", visibleText(runs[run]?.label ?? ""), reason)],
  );
  return found.length > REASONS ? [...found.slice(0, REASONS), t("{0} more", found.length - REASONS)] : found;
}
