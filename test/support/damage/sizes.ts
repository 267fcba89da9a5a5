import { truncateSync } from "node:fs";
import { join } from "node:path";
import { replace } from "./edits.ts";
import { HEALTHY } from "./healthyStore.ts";
import type { Damage } from "./types.ts";

const TWO_GIB = 2 * 1024 ** 3;

/** Sparse: takes no room on the disk. */
function stretch(path: string): Damage["apply"] {
  return (store) => truncateSync(join(store, path), TWO_GIB);
}

/** Files too large for what they should be; a reader must neither hang nor run out of memory. */
export const sizeDamages: readonly Damage[] = [
  {
    name: "metric one line of 5 MB",
    apply: replace(HEALTHY.metric, "1".repeat(5_000_000)),
    healthy: false,
    file: HEALTHY.metric,
    reason: /long|line|large/i,
  },
  {
    name: "metric of 2 GiB",
    apply: stretch(HEALTHY.metric),
    healthy: false,
    file: HEALTHY.metric,
    reason: /large|MiB/,
  },
  {
    name: "run meta.yaml of 2 GiB",
    apply: stretch(HEALTHY.runMeta),
    healthy: false,
    file: HEALTHY.runMeta,
    reason: /large|MiB/,
  },
  {
    name: "param of 5 MB",
    apply: replace(HEALTHY.param, "x".repeat(5_000_000)),
    healthy: false,
    file: HEALTHY.param,
    reason: /MiB|cut|long/i,
  },
];
