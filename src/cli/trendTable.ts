import type { GroupStats } from "../core/compare/groups.ts";
import { boxOf } from "../core/compare/statistics.ts";
import type { RunTrend } from "./readTrend.ts";
import { type Style, styleFor } from "./style.ts";
import { type Column, layOut } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { textChart } from "./textChart.ts";
import type { ShownTrend } from "./trendFormats.ts";
import { counted, shortNumber, timeText } from "./values.ts";

/** The chart's size in characters; a wider terminal does not stretch it. */
const WIDTH = 80;
const HEIGHT = 10;

/** Writes the sentence, a chart of all runs, the groups, and the runs. */
export async function writeTrendTable(
  { trend, sentence, groups }: ShownTrend,
  all: RunTrend,
  { out, err, width, colour }: Terminal,
): Promise<void> {
  const style = styleFor(colour);
  await out(`${style.bold(sentence)}\n`);
  const points = all.points.map(({ start, value, isBest }) => ({ x: start, y: value, isMarked: isBest }));
  const setup = { width: Math.min(WIDTH, width ?? WIDTH), height: HEIGHT, range: rangeOf(all), label: shortNumber };
  const chart = textChart(points, setup);
  if (all.points.length > 1 && chart.length > 0) await out(`\n${chart.join("\n")}\n`);
  if (groups.length > 0) await write(groupColumns(groups), { out, width }, style);
  await write(runColumns(trend, groups.length > 0, style), { out, width }, style);
  const listed = trend.points.length < all.points.length ? `${trend.points.length} of ` : "";
  const left = all.left > 0 ? `; ${counted(all.left, "has", "have")} no start or no such metric` : "";
  await err(`${style.dim(`${listed}${counted(all.points.length, "run")}${left}`)}\n`);
}

/** What is no outlier, and every best so far. */
function rangeOf({ points }: RunTrend): readonly [number, number] {
  const best = points.filter(({ isBest }) => isBest).map(({ value }) => value);
  const { whiskers } = boxOf(points.map(({ value }) => value));
  const ends = [...best, ...(whiskers ?? [])];
  return [Math.min(...ends), Math.max(...ends)];
}

async function write(
  columns: readonly Column[],
  { out, width }: Pick<Terminal, "out" | "width">,
  style: Style,
): Promise<void> {
  if ((columns[0]?.cells.length ?? 0) === 0) return;
  await out(`\n${layOut(columns, width, style).lines.join("\n")}\n`);
}

function runColumns({ metric, points }: RunTrend, isGrouped: boolean, style: Style): Column[] {
  const text = (title: string, texts: readonly string[]): Column => ({
    title,
    cells: texts.map((one) => ({ text: one })),
  });
  const several = new Set(points.map(({ run }) => run.experiment)).size > 1;
  return [
    text(
      "START",
      points.map(({ start }) => timeText(start)),
    ),
    text(
      "RUN",
      points.map(({ run }) => run.label),
    ),
    ...(several
      ? [
          text(
            "EXPERIMENT",
            points.map(({ run }) => run.experiment.name),
          ),
        ]
      : []),
    ...(isGrouped
      ? [
          text(
            "GROUP",
            points.map(({ group }) => group),
          ),
        ]
      : []),
    {
      title: metric,
      cells: points.map(({ value, isBest }) => {
        const shown = shortNumber(value);
        return isBest ? { text: shown, mark: style.green } : { text: shown };
      }),
      right: true,
    },
    text(
      "",
      points.map(({ isBest }) => (isBest ? "best so far" : "")),
    ),
  ];
}

function groupColumns(groups: readonly GroupStats[]): Column[] {
  const numbers = (title: string, read: (group: GroupStats) => number | null): Column => ({
    title,
    cells: groups.map((group) => {
      const value = read(group);
      return { text: value === null ? "" : shortNumber(value) };
    }),
    right: true,
  });
  return [
    { title: "GROUP", cells: groups.map(({ group }) => ({ text: group === "" ? "(none)" : group })) },
    numbers("RUNS", ({ runs }) => runs),
    numbers("MEAN", ({ stats }) => stats.mean),
    numbers("STD", ({ stats }) => stats.std),
    numbers("MIN", ({ stats }) => stats.min),
    numbers("MEDIAN", ({ stats }) => stats.quartiles?.[1] ?? null),
    numbers("MAX", ({ stats }) => stats.max),
  ];
}
