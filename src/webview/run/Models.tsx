import type { RunView } from "../../core/model/views.ts";
import { t } from "../ui/l10n.ts";
import { Section } from "../ui/Section.tsx";
import { ModelItem } from "./ModelItem.tsx";
import { VersionItem } from "./VersionItem.tsx";
import "./items.css";

interface Props {
  readonly view: RunView;
  readonly revision: number;
}

/** The models a run made, those it read, and under which names they are registered. */
export function Models({ view, revision }: Props) {
  const { modelInputs, modelOutputs, versions, row } = view;
  const total = modelInputs.length + modelOutputs.length + versions.length;
  if (total === 0) return null;
  return (
    <Section title={t("Models")} count={total}>
      <ul class="items">
        {versions.map((version) => (
          <VersionItem key={`${version.name} ${version.version}`} version={version} />
        ))}
        {modelOutputs.map((model) => (
          <ModelItem key={`out ${model.id}`} use="output" shown={model} store={row.ref.store} revision={revision} />
        ))}
        {modelInputs.map((model) => (
          <ModelItem key={`in ${model.id}`} use="input" shown={model} store={row.ref.store} revision={revision} />
        ))}
      </ul>
    </Section>
  );
}
