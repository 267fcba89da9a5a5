import { keysOf, seriesOf } from "../../core/compare/series.ts";
import { isStreamed, SeriesStream } from "../../core/compare/seriesStream.ts";
import type { RunRef } from "../../core/model/run.ts";
import type { Series, SeriesView } from "../../core/model/views.ts";
import type { Session } from "../indexing/session.ts";

/**
 * A metric of one run as a chart draws it; null where the run lacks it. Its points are looked at as they are read and
 * not kept, however many: all of them are held only where they are out of order, or laid over another metric.
 */
export async function seriesAnswer(
  session: Pick<Session, "history" | "points">,
  ref: RunRef,
  key: string,
  wanted: { readonly view: SeriesView; readonly maxPoints: number },
): Promise<Series | null> {
  const { view, maxPoints } = wanted;
  if (isStreamed(view)) {
    const streams: SeriesStream[] = [];
    await session.points(ref.experiment, ref.run, [key], () => {
      const stream = new SeriesStream(view, maxPoints);
      streams.push(stream);
      return stream;
    });
    const stream = streams.at(-1);
    if (stream === undefined) return null;
    if (stream.isOrdered) return stream.isEmpty ? null : stream.series(ref, key);
  }
  return seriesOf(ref, key, await session.history(ref.experiment, ref.run, keysOf(key, view)), wanted);
}
