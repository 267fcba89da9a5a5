import type { Band } from "../../../core/model/bands.ts";
import { type RunRef, refKey } from "../../../core/model/run.ts";
import type { Comparison, RunRow, Series } from "../../../core/model/views.ts";
import { visibleText } from "../../../core/model/visibleText.ts";
import type { ChartGrouping } from "../../../protocol/chartState.ts";
import type { Names } from "../../ui/chart/lines/buildModel.ts";
import type { LineName } from "../../ui/chart/lines/line.ts";
import { t } from "../../ui/l10n.ts";
import { groupsOf, type RunGroup } from "./groups.ts";

/** Who appears in the charts of a comparison, and as what. */
export interface Cast {
  readonly names: Names;
  /** The run that a line is of; null for one of a group. */
  refOf(line: string): RunRef | null;
  /** For the legend. */
  readonly lines: readonly LineName[];
  readonly groups: readonly RunGroup[] | null;
  readonly ghost: RunRow | null;
}

/** The runs, or groups of them, each with its colour and dashes; and the run to compare live ones with. */
export function castOf(
  comparison: Comparison,
  { grouping, ghost, look }: { grouping: ChartGrouping | null; ghost: RunRow | null; look(ref: RunRef): number },
): Cast {
  const groups = groupsOf(comparison, grouping);
  const own = groups === null ? runLines(comparison, look) : groupLines(groups);
  const lines = ghost === null ? own : [...own, ghostLine(ghost)];
  const byId = new Map(lines.map((line) => [line.id, line]));
  const named = (id: string): LineName => byId.get(id) ?? { id, label: "", look: 0 };
  const refs = new Map([...comparison.runs, ...(ghost === null ? [] : [ghost])].map(({ ref }) => [refKey(ref), ref]));
  return {
    refOf: (line) => refs.get(line) ?? null,
    lines,
    groups,
    ghost,
    names: { series: ({ ref }: Series) => named(refKey(ref)), band: ({ name }: Band) => named(name) },
  };
}

function runLines({ runs }: Comparison, look: (ref: RunRef) => number): readonly LineName[] {
  return runs.map(({ ref, label }) => ({ id: refKey(ref), label: visibleText(label), look: look(ref) }));
}

function groupLines(groups: readonly RunGroup[]): readonly LineName[] {
  return groups.map(({ name, label }, look) => ({ id: name, label, look }));
}

function ghostLine({ ref, label }: RunRow): LineName {
  return { id: refKey(ref), label: t("best finished: {0}", visibleText(label)), look: 0, ghost: true };
}
