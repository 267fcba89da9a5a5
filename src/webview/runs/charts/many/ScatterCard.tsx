import { useMemo } from "preact/hooks";
import type { NumberColumn, RunColumn } from "../../../../core/compare/manyRuns/columns.ts";
import { type Coding, codingOf, ownCoding, plainCoding } from "../../../ui/chart/items/coding.ts";
import type { Picking } from "../../../ui/chart/items/ItemSurface.tsx";
import { PointCard } from "../../../ui/chart/points/PointCard.tsx";
import { scatterOf } from "../../../ui/chart/points/scatter.ts";
import { counted, t } from "../../../ui/l10n.ts";
import { columnName } from "./ColumnSelect.tsx";
import type { ChosenColumns } from "./chosen.ts";
import { runFacts, runWords } from "./runFacts.ts";
import type { RunSet } from "./runSet.ts";
import { runSheet } from "./runSheet.ts";

interface Props extends Picking {
  readonly runs: RunSet;
  readonly chosen: ChosenColumns;
  readonly ringed: ReadonlySet<number>;
}

const HEIGHT = 340;

/** Any two columns of numbers, a point a run. */
export function ScatterCard({ chosen, ...rest }: Props) {
  const { x, y } = chosen;
  if (x === null || y === null)
    return <p class="plot-note">{t("Two columns of numbers in which the runs differ are needed.")}</p>;
  return <Scatter {...rest} chosen={chosen} x={x} y={y} />;
}

function Scatter({
  runs,
  chosen,
  x,
  y,
  ringed,
  ...picking
}: Props & { readonly x: NumberColumn; readonly y: NumberColumn }) {
  const { color, size, isLog } = chosen;
  const coding = useMemo(() => colorCoding(runs, color), [runs, color]);
  const points = useMemo(
    () => scatterOf({ x, y, size, coding, logX: isLog(x), logY: isLog(y) }),
    [x, y, size, coding, isLog(x), isLog(y)],
  );
  const columns = [x, y, color, size].filter((column): column is RunColumn => column !== null);
  const title = t("{0} over {1}", columnName(y), columnName(x));
  const total = runs.labels.length;
  const left = total - points.shown.length;
  const leftOut = counted(
    left,
    "{0} run without a place on both axes left out",
    "{0} runs without a place on both axes left out",
  );
  return (
    <PointCard
      title={title}
      label={t("{0} of {1} runs", title, points.shown.length)}
      notes={left === 0 ? [] : [leftOut]}
      height={HEIGHT}
      total={total}
      points={points}
      x={x.values}
      y={y.values}
      axes={{ x: columnName(x), y: columnName(y) }}
      codedBy={color === null ? "" : columnName(color)}
      ringed={ringed}
      words={(run) => runWords(runs, run, columns)}
      nameOf={(run) => runs.labels[run] ?? ""}
      factsOf={(run) => runFacts(run, columns)}
      sheet={(audience) => runSheet(runs, columns, points.shown, audience)}
      {...picking}
    />
  );
}

/** By a column, else each run as it looks elsewhere, else all alike. */
export function colorCoding(runs: RunSet, color: RunColumn | null): Coding {
  if (color !== null) return codingOf(color);
  return runs.looks === null ? plainCoding(runs.labels.length) : ownCoding(runs.labels, runs.looks);
}
