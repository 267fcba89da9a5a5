import type { Band, BandRequest } from "../../model/bands.ts";
import type { MetricHistory } from "../../model/metric.ts";
import type { RunRef } from "../../model/run.ts";
import { placePoints, within } from "../placePoints.ts";
import { keysOf } from "../series.ts";
import { smooth } from "../smooth.ts";
import { bandOf, type RunPoints } from "./band.ts";

/** Every point of some of a run's metrics; those that it lacks are left out. */
export type HistoryOf = (ref: RunRef, keys: readonly string[]) => Promise<readonly MetricHistory[]>;

/** Points of a group that are held at once. */
const MOST = 20_000_000;

/** A metric of groups of runs, a line with a band each; curves are smoothed before they are brought together. */
export async function bandsOf(request: BandRequest, historyOf: HistoryOf): Promise<readonly Band[]> {
  const bands: Band[] = [];
  for (const { name, refs } of request.groups) {
    const runs: RunPoints[] = [];
    let points = 0;
    let left = 0;
    for (const ref of refs) {
      const run = await pointsOf(ref, request, historyOf);
      if (run === null) continue;
      points += run.x.length;
      if (points > MOST) left++;
      else runs.push(run);
    }
    bands.push({ ...bandOf(name, runs, request), runs: runs.length + left, left });
  }
  return bands;
}

async function pointsOf(ref: RunRef, { key, view }: BandRequest, historyOf: HistoryOf): Promise<RunPoints | null> {
  const histories = await historyOf(ref, keysOf(key, view));
  const history = histories.find((known) => known.key === key);
  return history === undefined ? null : placed(history, histories, view);
}

function placed(history: MetricHistory, histories: readonly MetricHistory[], view: BandRequest["view"]): RunPoints {
  const { axis, range, smoothing } = view;
  const other = typeof axis === "object" ? histories.find((known) => known.key === axis.metric) : undefined;
  const { points } = placePoints(history, axis, other ?? null);
  const values = smoothing > 0 ? smooth(points.values, smoothing) : points.values;
  const [from, to] = range === null ? [0, values.length] : within(points.x, range);
  return { x: points.x.slice(from, to), values: values.slice(from, to) };
}
