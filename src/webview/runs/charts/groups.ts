import type { RunRef } from "../../../core/model/run.ts";
import type { ComparedValue, Comparison } from "../../../core/model/views.ts";
import { visibleText } from "../../../core/model/visibleText.ts";
import type { ChartGrouping } from "../../../protocol/chartState.ts";
import { counted, t } from "../../ui/l10n.ts";

/** Runs that are drawn as one line. */
export interface RunGroup {
  readonly name: string;
  readonly label: string;
  readonly refs: readonly RunRef[];
}

/** More groups are no help to the eye. */
const MOST_GROUPS = 50;

/** What the runs can be grouped by: what differs among them, and is shared by some. */
export function groupings(comparison: Comparison): readonly ChartGrouping[] {
  const { attributes, params, tags } = comparison;
  const shared = ({ differs, values }: ComparedValue): boolean => {
    const distinct = new Set(values).size;
    return differs && distinct < values.length && distinct <= MOST_GROUPS;
  };
  const of = (kind: ChartGrouping["of"], all: readonly ComparedValue[]): readonly ChartGrouping[] =>
    all.filter(shared).map(({ key }) => ({ of: kind, key }));
  return [
    ...of(
      "attribute",
      attributes.filter(({ key }) => ATTRIBUTES.has(key)),
    ),
    ...of("param", params),
    ...of("tag", tags),
  ];
}

const ATTRIBUTES: ReadonlySet<string> = new Set([
  "experiment",
  "status",
  "user",
  "source",
  "commit",
  "branch",
  "store",
]);

/** The runs in groups, in the order of their first runs; null where there is nothing to group them by. */
export function groupsOf(comparison: Comparison, grouping: ChartGrouping | null): readonly RunGroup[] | null {
  if (grouping === null) return null;
  const lists = { attribute: comparison.attributes, param: comparison.params, tag: comparison.tags };
  const values = lists[grouping.of].find(({ key }) => key === grouping.key)?.values;
  if (values === undefined) return null;
  const groups = new Map<string | null, RunRef[]>();
  comparison.runs.forEach(({ ref }, i) => {
    const value = values[i] ?? null;
    groups.set(value, [...(groups.get(value) ?? []), ref]);
  });
  return [...groups].map(([value, refs]) => {
    const shown = value === null ? t("(none)") : visibleText(value);
    const label = counted(refs.length, "{1} {2} ({0} run)", "{1} {2} ({0} runs)", visibleText(grouping.key), shown);
    return { name: JSON.stringify(value), label, refs };
  });
}
