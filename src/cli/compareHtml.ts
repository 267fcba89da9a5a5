import type { ExportData } from "../core/compare/export/exportData.ts";
import { bestIndices } from "../core/model/best.ts";
import type { Verdict } from "../core/model/verdict.ts";
import type { Comparison } from "../core/model/views.ts";
import { gatherComparison } from "../engine/export/gather.ts";
import { aboutPage, withEngine, writePage } from "./exportPage.ts";
import type { OpenStore } from "./openStores.ts";
import type { ProblemReport } from "./problemReport.ts";
import type { Terminal } from "./terminal.ts";

/** Writes a comparison as one page; it judges by what the command line was told to judge by. */
export async function writeComparisonPage(
  stores: readonly OpenStore[],
  { runs }: Comparison,
  verdict: Verdict,
  terminal: Terminal,
  report: ProblemReport,
): Promise<void> {
  const refs = runs.map(({ ref }) => ref);
  const pins = { refs, baseline: refs[verdict.baseline ?? 0] ?? null };
  const used = stores.filter(({ ref }) => refs.some(({ store }) => store === ref.key));
  const data = await withEngine(used, report, (engine) => gatherComparison(engine, pins, aboutPage(titleOf(runs))));
  await writePage(judgedBy(data, verdict.metric), terminal);
}

function titleOf(runs: Comparison["runs"]): string {
  const [first, second] = runs.map(({ label }) => label);
  return runs.length === 2 ? `${first} ↔ ${second}` : `${first} and ${runs.length - 1} more`;
}

function judgedBy(data: ExportData, metric: Verdict["metric"]): ExportData {
  const { comparison } = data;
  if (comparison === null || metric === null) return data;
  const metrics = comparison.metrics.map((own) => {
    if (own.key !== metric.key) return own;
    const last = own.values.map((value) => value?.last.value ?? null);
    return { ...own, goal: metric.goal, best: bestIndices(last, metric.goal) };
  });
  return { ...data, comparison: { ...comparison, primary: metric, metrics } };
}
