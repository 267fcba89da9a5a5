import type { Ref } from "preact";
import { useMemo } from "preact/hooks";
import type { RunRef } from "../../../core/model/run.ts";
import type { CompareState } from "../../../protocol/compare.ts";
import { t } from "../../ui/l10n.ts";
import type { CompareLine } from "./compareGroups.ts";
import type { GridFocus } from "./grid/gridFocus.ts";
import { VirtualGrid } from "./grid/VirtualGrid.tsx";
import { type LineActions, runsAcross, runsDown } from "./gridContents.tsx";
import type { PartId } from "./parts/part.ts";
import type { ShownComparison } from "./shownComparison.ts";

interface Props {
  readonly shown: ShownComparison;
  readonly lines: readonly CompareLine[];
  readonly runsAsRows: boolean;
  readonly folded: ReadonlySet<PartId>;
  readonly control: Ref<GridFocus | null>;
  look(ref: RunRef): number;
  choose(change: Partial<CompareState>): void;
  sayGoal(key: string, goal: "min" | "max"): void;
  onFold(id: PartId): void;
}

/** Runs against what they are made of, either way round. */
export function CompareTable({ shown, lines, runsAsRows, folded, control, look, choose, sayGoal, onFold }: Props) {
  const content = useMemo(() => {
    const actions: LineActions = { folded, choose, sayGoal, look, onFold };
    return runsAsRows ? runsDown(shown, lines, actions) : runsAcross(shown, lines, actions);
  }, [shown, lines, runsAsRows, folded]);
  return (
    <VirtualGrid
      key={runsAsRows ? "down" : "across"}
      label={t("Comparison")}
      corner={<span class="unseen">{runsAsRows ? t("Run") : t("Key")}</span>}
      content={content}
      width={runsAsRows ? [200, 260] : [180, 400]}
      rowHeight={runsAsRows ? 52 : 30}
      control={control}
    />
  );
}
