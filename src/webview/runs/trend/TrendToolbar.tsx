import type { Signal } from "@preact/signals";
import type { RunKeys } from "../../../core/model/views.ts";
import { visibleText } from "../../../core/model/visibleText.ts";
import { t } from "../../ui/l10n.ts";
import { Segments } from "../../ui/Segments.tsx";
import { Select } from "../../ui/Select.tsx";
import type { TrendState } from "./trendState.ts";

interface Props {
  readonly metric: string;
  readonly keys: RunKeys;
  readonly choices: Signal<TrendState>;
}

/** Which metric, which of its values, and what runs are told apart by. */
export function TrendToolbar({ metric, keys, choices }: Props) {
  const state = choices.value;
  const set = (changes: Partial<TrendState>) => {
    choices.value = { ...state, ...changes };
  };
  const groups = (["param", "tag"] as const).flatMap((kind) =>
    keys[`${kind}s`].map(({ key }) => ({ id: `${kind}:${key}`, kind, key })),
  );
  const heading = { param: t("Params"), tag: t("Tags") };
  return (
    <div class="chart-toolbar" role="toolbar" aria-label={t("Trend")}>
      <Select
        label={t("Metric")}
        value={metric}
        options={keys.metrics.map(({ key }) => ({ id: key, text: visibleText(key) }))}
        onChange={(chosen) => set({ metric: chosen })}
      />
      <Segments
        label={t("Value")}
        options={[
          { id: "last", text: t("Last") },
          { id: "best", text: t("Best") },
        ]}
        value={state.value}
        onChange={(value) => set({ value })}
      />
      {groups.length > 0 && (
        <Select
          label={t("Group by")}
          value={state.group === null ? "" : `${state.group.kind}:${state.group.key}`}
          options={[
            { id: "", text: t("Nothing") },
            ...groups.map(({ id, kind, key }) => ({ id, text: visibleText(key), group: heading[kind] })),
          ]}
          onChange={(id) => {
            const found = groups.find((one) => one.id === id);
            set({ group: found === undefined ? null : { kind: found.kind, key: found.key } });
          }}
        />
      )}
    </div>
  );
}
