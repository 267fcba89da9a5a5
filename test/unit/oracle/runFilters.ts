import { deepEqual, equal } from "node:assert/strict";
import { closeStores, openStores } from "../../../src/cli/openStores.ts";
import { ProblemReport } from "../../../src/cli/problemReport.ts";
import { type FoundRun, readRuns } from "../../../src/cli/readRuns.ts";
import type { Dialect } from "../../../src/core/query/expression.ts";
import { type Case, type CaseSet, caseSets, filled } from "../../support/mlflow/cases.ts";
import { runHere } from "../cli/commandLine.ts";

/** Asks the command line what MLflow was asked, of the file stores or the databases. */
export function describeRunFilters(dialect: Dialect): void {
  for (const set of caseSets()) {
    describe(`filters and orderings of runs in ${set.name}, as MLflow 3.18 answers them for a ${dialect} store`, () => {
      let runs: FoundRun[] = [];
      before(async () => {
        runs = await allRuns(set.store[dialect]);
      });
      for (const { title, asked } of chosen(set)) it(title, () => check(set, asked, dialect, runs));
    });
  }
}

const LARGE = 500;
const SOME = 5;

/** The command line has a number of runs, not MLflow's maximum. Of a large set some will do: each reads a store. */
function chosen({ cases }: CaseSet): { readonly title: string; readonly asked: Case }[] {
  return (["runs", "order_by"] as const).flatMap((section) =>
    cases[section].flatMap((asked, i) => {
      const { filter, order_by = [], view_type = "", max_results } = asked;
      if (max_results !== undefined || (cases[section].length > LARGE && i % SOME !== 0)) return [];
      return [{ title: `${section} ${i + 1}: ${JSON.stringify([filter, order_by, view_type])}`, asked }];
    }),
  );
}

async function allRuns(path: string): Promise<FoundRun[]> {
  const stores = await openStores(path, process.cwd());
  const found: FoundRun[] = [];
  for (const store of stores) found.push(...(await readRuns(store, store.experiments, new ProblemReport())));
  await closeStores(stores);
  return found;
}

async function check(set: CaseSet, asked: Case, dialect: Dialect, runs: readonly FoundRun[]): Promise<void> {
  const expected = asked[dialect];
  if (expected.kind === "crash") return;
  const ids = new Map(runs.map(({ info }) => [info.name ?? "", info.id]));
  const { code, out, err } = await runHere([
    ...["runs", set.store[dialect], "--format", "json", "--deleted", `--filter=${filled(asked.filter, ids)}`],
    ...(asked.experiments ?? set.cases.default_experiments).flatMap((name) => ["-e", name]),
    ...(asked.order_by ?? []).map((key) => `--order-by=${key}`),
  ]);
  equal(code, expected.ok ? 0 : 2, err);
  if (!expected.ok) {
    equal(/^mlflow-runs: --(filter|order-by): \S.*[.?]\n {2}.*\n {2} *\^+\n$|twice\.\n$/.test(err), true, err);
    return;
  }
  const view = asked.view_type ?? "ACTIVE_ONLY";
  const stages = new Map(runs.map(({ info }) => [info.id, info.lifecycle]));
  const listed: string[] = JSON.parse(out).runs.map((run: { info: { run_id: string } }) => run.info.run_id);
  const shown = listed.filter(
    (id) => view === "ALL" || stages.get(id) === (view === "ACTIVE_ONLY" ? "active" : "deleted"),
  );
  deepEqual(shown.slice(0, expected.ids?.length ?? 0), expected.ids);
  equal(shown.length, expected.ids?.length);
}
