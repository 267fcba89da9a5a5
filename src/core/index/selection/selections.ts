import type { TableContext } from "../columns/tableContext.ts";
import { Kept } from "./kept.ts";
import { type Filtered, Selection } from "./selection.ts";

const SELECTIONS_KEPT = 4;
/** Whether a run is live, and what "7 days ago" is, goes by the clock: a selection is made anew after so many milliseconds. */
const GOOD_FOR = 30_000;

interface Dated {
  readonly stamp: string;
  readonly selection: Selection;
}

/** The latest selections of one store, each good until its experiments change. */
export class Selections {
  readonly #kept = new Kept<Dated>(SELECTIONS_KEPT);

  of(context: TableContext, query: Filtered): Selection {
    const { experiments, filter, onlyProblems = false, lifecycle } = query;
    const stamp = stampOf(context, experiments);
    const isGood = (known: Dated): boolean => known.stamp === stamp && isOf(known.selection, context);
    const make = (): Dated => ({ stamp, selection: new Selection(context, query) });
    return this.#kept.get(JSON.stringify([experiments, filter.trim(), onlyProblems, lifecycle]), make, isGood)
      .selection;
  }
}

/** Whether nothing that the selection was made from has been replaced since, and the clock has not gone far. */
function isOf({ context: made }: Selection, { table, overviews, now }: TableContext): boolean {
  return made.table === table && made.overviews === overviews && Math.abs(now - made.now) < GOOD_FOR;
}

/** Changes with the runs of the experiments, and with their names. */
function stampOf(context: TableContext, experiments: readonly string[] | null): string {
  const { table, experimentName } = context;
  const folders = experiments ?? context.experiments;
  return folders.map((folder) => `${table.changed(folder)} ${experimentName(folder)}`).join("\n");
}
