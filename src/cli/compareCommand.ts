import { comparisonCsv } from "../core/compare/export/comparisonCsv.ts";
import { comparisonJson } from "../core/compare/export/comparisonJson.ts";
import { comparisonMarkdown } from "../core/compare/export/comparisonMarkdown.ts";
import { sheetOf } from "../core/compare/sheet.ts";
import type { VerdictChoice } from "../core/compare/verdict/input.ts";
import { runNames } from "../core/compare/verdict/names.ts";
import { verdictOf } from "../core/compare/verdict.ts";
import type { ComparedModel } from "../core/model/comparedParts.ts";
import { durationText, english } from "../core/model/timeText.ts";
import type { Comparison } from "../core/model/views.ts";
import { visibleText } from "../core/model/visibleText.ts";
import type { Options } from "./args.ts";
import { writeComparisonPage } from "./compareHtml.ts";
import { comparePlace } from "./comparePlace.ts";
import { writeComparisonTable } from "./comparisonTable.ts";
import { findRun, type RunPlace } from "./findRun.ts";
import type { OpenStore } from "./openStores.ts";
import type { ProblemReport } from "./problemReport.ts";
import { readComparison } from "./readComparison.ts";
import { modelsOfRuns } from "./readModels.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage.ts";
import { timeText } from "./values.ts";

const LEAST = 2;
/** As many as the editor compares. */
const MOST = 500;

/** Compares the runs named. */
export async function compareCommand(
  stores: readonly OpenStore[],
  options: Options,
  terminal: Terminal,
  report: ProblemReport,
): Promise<void> {
  const { runs, path } = comparePlace(options.given, terminal.cwd);
  if (runs.length < LEAST) {
    throw new UsageError('Say which runs to compare, two or more: "mlflow-runs compare A B".');
  }
  if (runs.length > MOST) throw new UsageError(`Up to ${MOST} runs can be compared; ${runs.length} are named.`);
  const places: RunPlace[] = [];
  for (const run of runs) places.push(await findRun(stores, run, path));
  const named = distinct(places);
  const { comparison, records } = await readComparison(named, report);
  const choice = await choiceOf(options, stores, comparison, path);
  if (options.format === "html") {
    const verdict = verdictOf(comparison, choice, (text) => text);
    await writeComparisonPage(stores, comparison, verdict, terminal, report);
  } else await write(comparison, await modelsOfRuns(named, records), choice, options, terminal);
}

function distinct(places: readonly RunPlace[]): readonly RunPlace[] {
  const unique = [...new Map(places.map((place) => [keyOf(place), place])).values()];
  if (unique.length < LEAST) throw new UsageError("The runs named are one and the same; name two that differ.");
  return unique;
}

function keyOf({ store, folder, run }: RunPlace): string {
  return `${store.ref.key}\n${folder.experiment.folder}\n${run}`;
}

async function choiceOf(
  { baseline, metric, goal, tolerance }: Options,
  stores: readonly OpenStore[],
  comparison: Comparison,
  path: string,
): Promise<VerdictChoice> {
  if (metric !== null && !comparison.metrics.some(({ key }) => key === metric)) {
    const known = comparison.metrics
      .map(({ key }) => visibleText(key))
      .slice(0, 10)
      .join(", ");
    throw new UsageError(`None of the runs has a metric "${metric}"; they have ${known || "none at all"}.`);
  }
  const chosen = {
    ...(metric === null ? {} : { metric }),
    ...(tolerance === 0 ? {} : { tolerance: { relative: tolerance, absolute: 0 } }),
    baseline: 0,
  };
  const judged = metric ?? verdictOf(comparison, chosen, (text) => text).metric?.key;
  const goals = goal === null || judged === undefined ? new Map() : new Map([[judged, goal]]);
  if (baseline === null) return { ...chosen, goals };
  const place = await findRun(stores, baseline, path);
  const index = comparison.runs.findIndex(({ ref }) => `${ref.store}\n${ref.experiment}\n${ref.run}` === keyOf(place));
  if (index < 0) throw new UsageError(`The baseline "${baseline}" is not among the runs compared; name it with them.`);
  return { ...chosen, goals, baseline: index };
}

async function write(
  comparison: Comparison,
  models: readonly ComparedModel[],
  choice: VerdictChoice,
  options: Options,
  terminal: Terminal,
): Promise<void> {
  const verdict = verdictOf(comparison, choice, (text) => text);
  const names = runNames(comparison);
  const settings = { all: options.allKeys, baseline: verdict.baseline ?? 0, attribute: attributeText, t: english };
  const sheet = sheetOf(comparison, models, names, settings);
  if (options.format === "json")
    await terminal.out(comparisonJson(comparison, models, verdict, names, options.allKeys));
  else if (options.format === "csv") await terminal.out(comparisonCsv(sheet));
  else if (options.format === "markdown") await terminal.out(comparisonMarkdown(verdict, sheet));
  else await writeComparisonTable(verdict, sheet, terminal);
}

function attributeText(key: string, value: string): string {
  if (key === "start") return timeText(Number(value));
  return key === "duration" ? durationText(Number(value), english) : value;
}
