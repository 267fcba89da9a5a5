import type { BuiltStore } from "../spec.ts";
import { buildStore } from "../store.ts";

const EXPERIMENT = "100000000000000001";
const RUN = "a".repeat(32);
const OTHER_RUN = "b".repeat(32);

/** The paths in the healthy store that damages are done to, below the store and with `/`. */
export const HEALTHY = {
  experiment: EXPERIMENT,
  experimentMeta: `${EXPERIMENT}/meta.yaml`,
  otherExperiment: "100000000000000002",
  run: `${EXPERIMENT}/${RUN}`,
  runId: RUN,
  runMeta: `${EXPERIMENT}/${RUN}/meta.yaml`,
  /** Five lines. */
  metric: `${EXPERIMENT}/${RUN}/metrics/loss`,
  param: `${EXPERIMENT}/${RUN}/params/lr`,
  tag: `${EXPERIMENT}/${RUN}/tags/team`,
  /** The run beside, which every damage must leave readable. */
  otherRunId: OTHER_RUN,
  runs: 4,
  experiments: 2,
} as const;

/** Two experiments and four runs, whole: what every damage starts from. */
export function buildHealthyStore(folder: string): BuiltStore {
  const loss = [0.9, 0.7, 0.6, 0.55, 0.5];
  return buildStore(folder, {
    experiments: [
      {
        id: EXPERIMENT,
        name: "first",
        runs: [
          {
            id: RUN,
            name: "damaged",
            params: { lr: "0.1" },
            tags: { team: "risk" },
            metrics: { loss, "val/loss": loss },
          },
          { id: OTHER_RUN, name: "beside", params: { lr: "0.2" }, metrics: { loss }, artifacts: { "note.txt": "hi" } },
          { id: "c".repeat(32), name: "child", parent: OTHER_RUN, status: "FAILED" },
        ],
      },
      {
        id: "100000000000000002",
        name: "second",
        runs: [{ id: "d".repeat(32), name: "elsewhere", metrics: { rmse: 1 } }],
      },
    ],
  });
}
