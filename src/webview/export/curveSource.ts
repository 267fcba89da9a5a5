import { keysOf, seriesOf } from "../../core/compare/series.ts";
import type { MetricHistory } from "../../core/model/metric.ts";
import { type RunRef, refKey } from "../../core/model/run.ts";
import type { Series, SeriesView } from "../../core/model/views.ts";

/** The curves out of a file: a sample of their points where they have many. */
export class CurveSource {
  readonly #byRun = new Map<string, Map<string, Series>>();

  constructor(all: readonly Series[]) {
    for (const series of all) {
      const key = refKey(series.ref);
      const own = this.#byRun.get(key) ?? new Map<string, Series>();
      own.set(series.key, series);
      this.#byRun.set(key, own);
    }
  }

  series(key: string, refs: readonly RunRef[], maxPoints: number, view: SeriesView): readonly Series[] {
    return refs.flatMap((ref) => {
      const own = this.#byRun.get(refKey(ref));
      const series = seriesOf(ref, key, this.histories(ref, keysOf(key, view)), { view, maxPoints });
      if (series === null) return [];
      // How many were logged is known of the whole alone.
      return [view.range === null ? { ...series, points: own?.get(key)?.points ?? series.points } : series];
    });
  }

  histories(ref: RunRef, keys: readonly string[]): readonly MetricHistory[] {
    const own = this.#byRun.get(refKey(ref));
    return keys.flatMap((key) => own?.get(key) ?? []);
  }
}
