import { deepEqual, throws } from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { closeStores, openStores } from "../../../src/cli/openStores.ts";
import { ProblemReport } from "../../../src/cli/problemReport.ts";
import { type FoundRun, readRuns } from "../../../src/cli/readRuns.ts";
import { parseOrderKey } from "../../../src/core/query/orderKey.ts";
import { orderRuns } from "../../../src/core/query/orderRuns.ts";

interface Ordering {
  readonly experiments: readonly string[];
  readonly order_by: readonly string[] | null;
  readonly ok: boolean;
  readonly run_ids?: readonly string[];
}

const FILE = "../shared/fixtures/filters-3.18.json";
const STORE = "../shared/fixtures/3.18.0-file/mlruns";

/** What MLflow 3.18 answers to orderings, where that lies beside the project; the same rules have tests of their own. */
if (existsSync(FILE)) {
  describe("orderings, as MLflow 3.18 answers them", () => {
    const { order_by: cases }: { order_by: readonly Ordering[] } = JSON.parse(readFileSync(FILE, "utf8"));
    let runs: FoundRun[] = [];

    before(async () => {
      const stores = await openStores(STORE, process.cwd());
      for (const store of stores) runs = await readRuns(store, store.experiments, new ProblemReport());
      await closeStores(stores);
    });

    for (const [i, { experiments, order_by, ok, run_ids }] of cases.entries()) {
      it(`${i + 1}: ${JSON.stringify(order_by)} in ${experiments.join(", ")}`, () => {
        const keys = (): ReturnType<typeof parseOrderKey>[] => (order_by ?? []).map(parseOrderKey);
        if (!ok) throws(keys);
        else {
          const asked = runs.filter(
            (run) => experiments.includes(run.experiment.name) && run.info.lifecycle === "active",
          );
          const ordered = orderRuns(asked, keys()).map((run) => run.info.id);
          deepEqual(ordered.slice(0, run_ids?.length), run_ids);
        }
      });
    }
  });
}
