import { useContext, useState } from "preact/hooks";
import { type RunRef, refKey } from "../../../../core/model/run.ts";
import type { RunRow } from "../../../../core/model/views.ts";
import { visibleText } from "../../../../core/model/visibleText.ts";
import { perform } from "../../../ui/announce.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { t } from "../../../ui/l10n.ts";
import { Markdown } from "../../../ui/markdown/Markdown.tsx";
import { Section } from "../../../ui/Section.tsx";
import { IsFile, useHost } from "../../context.ts";
import { RunHead } from "../heads/RunHead.tsx";
import type { ShownComparison } from "../shownComparison.ts";
import "./Notes.css";

interface Props {
  readonly shown: ShownComparison;
  look(ref: RunRef): number;
}

const AT_FIRST = 6;

function EditNote({ run: { ref, label } }: { readonly run: RunRow }) {
  const host = useHost();
  const title = t("Edit the note of {0}", visibleText(label));
  return (
    <button
      type="button"
      class="icon-button"
      title={title}
      aria-label={title}
      onClick={() => perform(host.ask("editNote", ref))}
    >
      <Icon name="pencil" />
    </button>
  );
}

/** What people wrote about the runs, side by side; left out where nobody did. */
export function Notes({ shown: { comparison, order, baseline }, look }: Props) {
  const isFile = useContext(IsFile);
  const [most, setMost] = useState(AT_FIRST);
  const written = order.filter((run) => (comparison.notes[run] ?? "") !== "");
  if (written.length === 0) return null;
  return (
    <Section title={t("Notes")} count={written.length}>
      <div class="notes">
        {written.slice(0, most).map((run) => {
          const row = comparison.runs[run];
          return (
            row !== undefined && (
              <div key={refKey(row.ref)} class="note">
                <div class="note-head">
                  <RunHead run={row} look={look(row.ref)} isBaseline={run === baseline} />
                  {!isFile && <EditNote run={row} />}
                </div>
                <Markdown text={comparison.notes[run] ?? ""} />
              </div>
            )
          );
        })}
      </div>
      {written.length > most && (
        <button type="button" class="link" onClick={() => setMost(most + AT_FIRST)}>
          {t("Show more")}
        </button>
      )}
    </Section>
  );
}
