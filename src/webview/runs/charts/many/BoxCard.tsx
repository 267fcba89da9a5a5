import { useCallback, useMemo } from "preact/hooks";
import { comparedGroups, type GroupStats } from "../../../../core/compare/groups.ts";
import type { NumberColumn, RunColumn } from "../../../../core/compare/manyRuns/columns.ts";
import { cellText, columnScale, columnText } from "../../../ui/chart/items/columnScale.ts";
import { Facts } from "../../../ui/chart/items/Facts.tsx";
import type { ChartColors } from "../../../ui/chart/look/colors.ts";
import type { Pen } from "../../../ui/chart/paint/pen.ts";
import { type BoxRow, paintBoxes } from "../../../ui/chart/rows/paintBoxes.ts";
import type { RowLayout } from "../../../ui/chart/rows/rowLayout.ts";
import { count } from "../../../ui/format/number.ts";
import { counted, t } from "../../../ui/l10n.ts";
import { columnName } from "./ColumnSelect.tsx";
import type { ChosenColumns } from "./chosen.ts";
import { RowsCard } from "./RowsCard.tsx";
import type { RunSet } from "./runSet.ts";

interface Props {
  readonly runs: RunSet;
  readonly chosen: ChosenColumns;
}

/** A metric by groups of runs, a box each. */
export function BoxCard({ runs, chosen }: Props) {
  const { y, group } = chosen;
  if (y === null || group === null)
    return <p class="plot-note">{t("A metric, and a param or attribute that some runs share, are needed.")}</p>;
  return <Boxes runs={runs} y={y} group={group} goal={chosen.goal} isLog={chosen.isLog(y)} />;
}

interface BoxesProps {
  readonly runs: RunSet;
  readonly y: NumberColumn;
  readonly group: RunColumn;
  readonly goal: ChosenColumns["goal"];
  readonly isLog: boolean;
}

function Boxes({ runs, y, group, goal, isLog }: BoxesProps) {
  const groups = useMemo(() => {
    const members = runs.labels.map((_, run) => ({ group: cellText(group, run), value: y.values[run] ?? Number.NaN }));
    return comparedGroups(members, goal);
  }, [runs, y, group, goal]);
  const rows = useMemo(
    (): readonly BoxRow[] =>
      groups.map((one) => ({
        stats: one.stats,
        values: Array.from(y.values).filter(
          (value, run) => Number.isFinite(value) && cellText(group, run) === one.group,
        ),
      })),
    [groups, y, group],
  );
  const names = useMemo(() => groups.map((one) => `${one.group} (${one.runs})`), [groups]);
  const scale = useMemo(() => columnScale(y, isLog, 0.04), [y, isLog]);
  const paintRows = useCallback(
    (pen: Pen, layout: RowLayout, colors: ChartColors) => paintBoxes(pen, layout, rows, colors),
    [rows],
  );
  const drawn = groups.reduce((sum, { stats }) => sum + stats.count, 0);
  const left = runs.labels.length - drawn;
  const title = t("{0} by {1}", columnName(y), columnName(group));
  return (
    <RowsCard
      title={title}
      kind={t("box plot")}
      count={t("{0} of {1} runs", count(drawn), count(runs.labels.length))}
      notes={[
        t("Box: quartiles and median; whiskers: up to 1.5 times their distance; diamond: mean"),
        ...(left > 0 ? [counted(left, "{0} run without a number left out", "{0} runs without a number left out")] : []),
      ]}
      axis={columnName(y)}
      scale={scale}
      names={names}
      right={0}
      paintRows={paintRows}
      sheet={() => boxSheet(groups, group)}
      words={(row) => boxWords(groups[row])}
      readout={(row) => <BoxFacts group={groups[row]} />}
    />
  );
}

/** Names and values of what is told of a group. */
function factsOf({ stats, runs }: GroupStats): readonly (readonly [string, number | null])[] {
  const [first, median, third] = stats.quartiles ?? [null, null, null];
  return [
    [t("runs"), runs],
    [t("with a number"), stats.count],
    [t("median"), median],
    [t("mean"), stats.mean],
    [t("standard deviation"), stats.std],
    [t("least"), stats.min],
    [t("first quartile"), first],
    [t("third quartile"), third],
    [t("greatest"), stats.max],
  ];
}

function boxWords(group: GroupStats | undefined): string {
  if (group === undefined) return "";
  const facts = factsOf(group).flatMap(([name, value]) => (value === null ? [] : [`${name} ${columnText(value)}`]));
  return `${group.group}: ${facts.join(", ")}`;
}

function BoxFacts({ group }: { readonly group: GroupStats | undefined }) {
  if (group === undefined) return null;
  const facts = factsOf(group).map(([name, value]) => [name, value === null ? "–" : columnText(value)] as const);
  return <Facts name={group.group} facts={facts} />;
}

function boxSheet(groups: readonly GroupStats[], column: RunColumn) {
  const facts = groups.map(factsOf);
  return {
    columns: [columnName(column), ...(facts[0] ?? []).map(([name]) => name)],
    rows: groups.length,
    cell: (row: number, at: number) => (at === 0 ? (groups[row]?.group ?? null) : (facts[row]?.[at - 1]?.[1] ?? null)),
  };
}
