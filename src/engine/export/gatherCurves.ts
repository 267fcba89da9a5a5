import { EXPORT_LIMITS, type LeftOut } from "../../core/compare/export/exportData.ts";
import { WHOLE } from "../../core/compare/placePoints.ts";
import type { Comparison, Series } from "../../core/model/views.ts";
import type { Engine } from "../engine.ts";

/** Points of a line; with many runs each needs fewer. */
const OF_LINE = 500;
const LEAST_OF_LINE = 50;
const OF_CHART = 20_000;

/** The curves of a comparison, the primary metric's first, until there is no more room. */
export async function gatherCurves(
  engine: Pick<Engine, "series">,
  comparison: Comparison,
): Promise<{ readonly series: readonly Series[]; readonly leftOut: readonly LeftOut[] }> {
  const { runs, metrics, primary } = comparison;
  const drawn = metrics.filter(({ hasSteps }) => hasSteps);
  const ordered = drawn.toSorted((a, b) => Number(b.key === primary?.key) - Number(a.key === primary?.key));
  const share = Math.floor(OF_CHART / Math.max(runs.length, 1));
  const most = Math.min(OF_LINE, Math.max(LEAST_OF_LINE, share));
  const series: Series[] = [];
  let points = 0;
  let left = 0;
  for (const { key, values } of ordered) {
    const refs = runs.flatMap(({ ref }, run) => (values[run] ? [ref] : []));
    const found = left > 0 ? [] : await engine.series(refs, key, most, WHOLE);
    points += found.reduce((sum, one) => sum + one.values.length, 0);
    if (left > 0 || points > EXPORT_LIMITS.points) left++;
    else series.push(...found);
  }
  return { series, leftOut: left === 0 ? [] : [{ what: "curves", count: left, of: drawn.length }] };
}
