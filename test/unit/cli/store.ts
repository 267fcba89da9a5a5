import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildStore } from "../../support/store.ts";

export const IDS = {
  first: "aaaa1111111111111111111111111111",
  second: "aaaa2222222222222222222222222222",
  third: "bbbb3333333333333333333333333333",
  gone: "cccc4444444444444444444444444444",
  tuning: "dddd5555555555555555555555555555",
} as const;

const START = 1_709_193_600_000;

/** A folder with a store of two experiments and a deleted one, removed after the surrounding suite. */
export function smallStore(): { readonly folder: string } {
  const made = { folder: "" };
  before(() => {
    made.folder = mkdtempSync(join(tmpdir(), "mlflow-runs-cli-"));
    buildStore(join(made.folder, "mlruns"), {
      experiments: [
        {
          id: "1",
          name: "churn",
          runs: [
            { id: IDS.first, name: "fox", start: START, metrics: { rmse: [0.5, 0.4] }, params: { lr: 0.1, seed: 1 } },
            { id: IDS.second, name: "fox", start: START + 1000, metrics: { rmse: 0.3 }, params: { lr: 0.2, seed: 1 } },
            {
              id: IDS.third,
              name: "evil\u001b[31m\nname",
              start: START + 2000,
              status: "FAILED",
              params: { lr: "a,b" },
              artifacts: { "model/MLmodel": "flavors: {}\n", "note.txt": "hello" },
            },
            { id: IDS.gone, name: "gone", lifecycle: "deleted", start: START + 3000, metrics: { rmse: 9 } },
          ],
        },
        {
          id: "2",
          name: "tuning",
          runs: [{ id: IDS.tuning, name: null, start: START - 1000, metrics: { loss: Number.NaN } }],
        },
        { id: "3", name: "old", lifecycle: "deleted", runs: [{ name: "older", start: START - 2000 }] },
      ],
      registeredModels: [{ name: "m", versions: [{ version: 1 }], aliases: { champion: 1 } }],
    });
  });
  after(() => rmSync(made.folder, { recursive: true, force: true }));
  return made;
}
