import { comparedGroups } from "../core/compare/groups.ts";
import { trendSentence } from "../core/compare/trendSentence.ts";
import type { Options } from "./args.ts";
import { foundRuns } from "./foundRuns.ts";
import type { OpenStore } from "./openStores.ts";
import type { ProblemReport } from "./problemReport.ts";
import { type RunTrend, trendOf } from "./readTrend.ts";
import type { Terminal } from "./terminal.ts";
import { trendCsv, trendJson, trendMarkdown } from "./trendFormats.ts";
import { writeTrendTable } from "./trendTable.ts";

/** Shows a metric of all runs over time: is it getting better? */
export async function trendCommand(
  stores: readonly OpenStore[],
  options: Options,
  terminal: Terminal,
  report: ProblemReport,
): Promise<void> {
  const trend = trendOf(await foundRuns(stores, options, report, terminal), options);
  const { sentence } = trendSentence(factsOf(trend), (text) => text);
  const groups = options.groupBy === null ? [] : comparedGroups(trend.points, trend.goal);
  const shown = { trend: { ...trend, points: trend.points.slice(-Math.max(0, options.limit)) }, sentence, groups };
  if (options.format === "csv") await terminal.out(trendCsv(shown));
  else if (options.format === "json") await terminal.out(trendJson(shown));
  else if (options.format === "markdown") await terminal.out(trendMarkdown(shown));
  else await writeTrendTable(shown, trend, terminal);
}

function factsOf({ metric, goal, points }: RunTrend) {
  const labels = points.map(({ run }) => run.label);
  return { metric, goal, labels, values: Float64Array.from(points, ({ value }) => value) };
}
