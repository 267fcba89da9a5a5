import { type AssembledRun, assemble } from "../../core/compare/assemble.ts";
import { grouped } from "../../core/compare/grouped.ts";
import { goalOf } from "../../core/model/goal.ts";
import { type RunRecord, type RunRef, refKey } from "../../core/model/run.ts";
import type { Comparison } from "../../core/model/views.ts";
import type { Session } from "../indexing/session.ts";
import { rowOf, selectContext } from "./storeAnswers.ts";

/** Runs of any stores side by side, read from the disk now; without a baseline among them the first is it. */
export async function comparisonOf(
  refs: readonly RunRef[],
  baseline: RunRef | null,
  sessionOf: (store: string) => Session | null,
): Promise<Comparison> {
  const runs: AssembledRun[] = [];
  const missing: RunRef[] = [];
  // Where stores of several repositories are compared, the first one speaks.
  let goal: typeof goalOf | null = null;
  const records = await recordsOf(refs, sessionOf);
  for (const ref of refs) {
    const session = sessionOf(ref.store);
    const record = records.get(refKey(ref));
    const row = session && rowOf(session.index, selectContext(session.index), ref.experiment, ref.run);
    if (!session || !record || !row) {
      missing.push(ref);
      continue;
    }
    const { index } = session;
    goal ??= (key) => index.goalOf(key);
    const { primary } = index.overviews.of(ref.experiment);
    const experimentName = index.folder(ref.experiment)?.experiment.name ?? ref.experiment;
    runs.push({ row, primary, record, status: row.status, experimentName, storeLabel: index.ref.label });
  }
  return assemble(runs, missing, baseline, goal ?? goalOf);
}

/** The runs by their refs, those of one experiment read together. */
async function recordsOf(
  refs: readonly RunRef[],
  sessionOf: (store: string) => Session | null,
): Promise<ReadonlyMap<string, RunRecord>> {
  const found = new Map<string, RunRecord>();
  for (const group of grouped(refs, ({ store, experiment }) => `${store}\n${experiment}`).values()) {
    const [first] = group;
    if (!first) continue;
    const { store, experiment } = first;
    const folders = group.map(({ run }) => run);
    const records = (await sessionOf(store)?.records(experiment, folders)) ?? [];
    for (const record of records) found.set(refKey({ store, experiment, run: record.info.folder }), record);
  }
  return found;
}
