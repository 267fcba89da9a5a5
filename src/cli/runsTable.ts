import { bestIndices } from "../core/model/best.ts";
import { ALL_EXPERIMENTS, GUESSING, type Judging, statedGoal, statedPrimary } from "../core/model/judging.ts";
import { shortId, shownName } from "../core/model/label.ts";
import { tellingParams } from "../core/model/telling.ts";
import { textOf } from "../core/model/text.ts";
import { english, tookText } from "../core/model/timeText.ts";
import type { Options } from "./args.ts";
import type { FoundRun } from "./readRuns.ts";
import { statusCell } from "./statusCell.ts";
import { type Style, styleFor } from "./style.ts";
import { type Column, layOut } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { counted, shortNumber, timeText } from "./values.ts";

interface Setting {
  readonly options: Options;
  /** Runs before `--limit`. */
  readonly total: number;
  readonly stores: number;
}

/** Params shown beside a run: those that tell the runs apart. */
const PARAMS = 4;

/** Writes runs as an aligned table: what tells them apart, how they ended, and what they are judged by. */
export async function writeRunsTable(
  runs: readonly FoundRun[],
  { options, total, stores }: Setting,
  { out, err, width, colour }: Terminal,
): Promise<void> {
  const style = styleFor(colour);
  if (runs.length > 0) {
    const { lines, left } = layOut(columnsFor(runs, options, stores > 1, style), width, style);
    for (const line of lines) await out(`${line}\n`);
    if (left > 0)
      await err(`${style.dim(`${counted(left, "column does", "columns do")} not fit; --format csv has all.`)}\n`);
  }
  const shown = runs.length < total ? `${runs.length} of ${counted(total, "run")}` : counted(total, "run");
  await err(`${style.dim(shown)}\n`);
}

function columnsFor(runs: readonly FoundRun[], options: Options, severalStores: boolean, style: Style): Column[] {
  const several = new Set(runs.map((run) => run.experiment)).size > 1;
  const text = (title: string, value: (run: FoundRun) => string): Column => ({
    title,
    cells: runs.map((run) => ({ text: value(run) })),
  });
  const names = runs.some((run) => shownName(run.info.name) !== null)
    ? [text("NAME", ({ info }) => shownName(info.name) ?? "")]
    : [];
  return [
    { ...text("RUN", ({ info }) => shortId(info.id)), fixed: true },
    ...names,
    ...(several ? [text("EXPERIMENT", ({ experiment }) => experiment.name)] : []),
    ...(severalStores ? [text("STORE", ({ store }) => store.ref.label)] : []),
    { title: "STATUS", cells: runs.map((run) => statusCell(run, style)), fixed: true },
    ...metricKeys(runs, options).map((key) => metricColumn(runs, key, style)),
    text("START", ({ info }) => timeText(info.start)),
    ...tellingParams(runs, PARAMS).map((key) => text(key, ({ params }) => textOf(params, key) ?? "")),
    {
      ...text("TIME", ({ info }) => tookText(info.start, info.end, english)),
      right: true,
    },
  ];
}

/** The metrics ordered by, then the one that these runs are judged by. */
function metricKeys(runs: readonly FoundRun[], { orderBy }: Options): string[] {
  const uses = new Map<string, number>();
  for (const { metrics } of runs) for (const { key } of metrics) uses.set(key, (uses.get(key) ?? 0) + 1);
  const experiments = new Set(runs.map(({ experiment }) => experiment.name));
  const [only = ALL_EXPERIMENTS] = experiments.size === 1 ? experiments : [];
  const primary = statedPrimary(
    judgingOf(runs),
    only,
    [...uses].map(([key, count]) => ({ key, runs: count })),
  );
  const ordered = orderBy.filter(({ entity }) => entity === "metric").map(({ key }) => key);
  return [...new Set([...ordered, ...(primary ? [primary.key] : [])])];
}

/** Where stores of several repositories are listed, the first one speaks. */
function judgingOf([first]: readonly FoundRun[]): Judging {
  return first?.store.judging ?? GUESSING;
}

function metricColumn(runs: readonly FoundRun[], key: string, style: Style): Column {
  const values = runs.map(({ metrics }) => metrics.find((metric) => metric.key === key)?.last.value ?? null);
  const best = new Set(bestIndices(values, statedGoal(judgingOf(runs), key)));
  const cells = values.map((value, i) => {
    const text = value === null ? "" : shortNumber(value);
    return best.has(i) ? { text, mark: style.green } : { text };
  });
  return { title: key, cells, right: true };
}
