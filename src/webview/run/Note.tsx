import { type KeyValue, textOf } from "../../core/model/text.ts";
import { t } from "../ui/l10n.ts";
import { Markdown } from "../ui/markdown/Markdown.tsx";
import { Section } from "../ui/Section.tsx";

/** Where MLflow keeps a run's note. */
export const NOTE_TAG = "mlflow.note.content";

/** What a person wrote about the run. */
export function Note({ tags }: { readonly tags: readonly KeyValue[] }) {
  const note = textOf(tags, NOTE_TAG)?.trim() ?? "";
  if (note === "") return null;
  return (
    <Section title={t("Note")}>
      <Markdown text={note} />
    </Section>
  );
}
