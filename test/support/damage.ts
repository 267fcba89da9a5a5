import { databaseDamages } from "./damage/database.ts";
import { entryDamages } from "./damage/entries.ts";
import { harmless } from "./damage/harmless.ts";
import { experimentMetaDamages, runMetaDamages } from "./damage/meta.ts";
import { metricDamages } from "./damage/metrics.ts";
import { sizeDamages } from "./damage/sizes.ts";
import type { Damage } from "./damage/types.ts";

export { buildHealthyStore, HEALTHY } from "./damage/healthyStore.ts";
export { type Damage, type DatabaseDamage, isPossible } from "./damage/types.ts";
export { databaseDamages };

/** Each does one thing to the store that `buildHealthyStore` made; apply one at a time. */
export const damages: readonly Damage[] = [
  ...runMetaDamages,
  ...experimentMetaDamages,
  ...metricDamages,
  ...entryDamages,
  ...sizeDamages,
  ...harmless,
];
