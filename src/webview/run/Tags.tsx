import type { KeyValue } from "../../core/model/text.ts";
import { Fold } from "../ui/Fold.tsx";
import { counted, t } from "../ui/l10n.ts";
import { Section } from "../ui/Section.tsx";
import { NOTE_TAG } from "./Note.tsx";
import { ParamTable } from "./ParamTable.tsx";

/** A person's tags, then those of MLflow, folded. The note has its own place. */
export function Tags({ tags }: { readonly tags: readonly KeyValue[] }) {
  const own = tags.filter(({ key }) => !key.startsWith("mlflow."));
  const system = tags.filter(({ key }) => key.startsWith("mlflow.") && key !== NOTE_TAG);
  if (own.length + system.length === 0) return null;
  return (
    <Section title={t("Tags")} {...(own.length > 0 && { count: own.length })}>
      {own.length > 0 && <ParamTable params={own} label={t("Tags")} />}
      {system.length > 0 && (
        <Fold name="system tags" summary={counted(system.length, "{0} tag set by MLflow", "{0} tags set by MLflow")}>
          {() => <ParamTable params={system} label={t("Tags set by MLflow")} />}
        </Fold>
      )}
    </Section>
  );
}
