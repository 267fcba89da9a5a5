import { type RunRef, refKey } from "../../core/model/run.ts";
import type { RunRow } from "../../core/model/views.ts";
import type { Engine } from "../../engine/engine.ts";

/** Runs looked through for one that is finished. */
const LOOKED_AT = 100;

/**
 * What live runs are drawn against: the best finished run of their experiment by its primary metric. Null where none is
 * live, where nobody knows which way is better, and where that run is pinned, so drawn already.
 */
export async function ghostOf(
  engine: Pick<Engine, "experiments" | "runs">,
  shown: readonly RunRow[],
  pinned: readonly RunRef[],
): Promise<RunRow | null> {
  const live = shown.find(({ status }) => status === "live");
  if (live === undefined) return null;
  const { store, experiment } = live.ref;
  const primary = (await engine.experiments(store)).find(({ folder }) => folder === experiment)?.primary;
  if (!primary || primary.goal === "unknown") return null;
  const { rows } = await engine.runs({
    ...{ store, experiments: [experiment], filter: "", lifecycle: "active", grouping: "none" },
    ...{ order: { by: { metric: primary.key }, descending: primary.goal === "max" }, offset: 0, limit: LOOKED_AT },
  });
  const best = rows.find((row) => row.status === "finished" && Number.isFinite(row.primary?.value));
  if (best === undefined || pinned.some((ref) => refKey(ref) === refKey(best.ref))) return null;
  return best;
}
