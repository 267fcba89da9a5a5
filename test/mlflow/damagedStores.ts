// `node out/mlflow/damagedStores.js FOLDER [--mlflow1] [--models]`: one store a kind of damage, or only those to models, and
// stores.json that names them.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { asMlflow1 } from "../support/damage/legacy.ts";
import { modelDamages } from "../support/damage/models.ts";
import { verifyDamages } from "../support/damage/verify.ts";
import { buildHealthyStore, damages, isPossible } from "../support/damage.ts";

const folder = process.argv[2] ?? "";
const names: Record<string, string> = {};
const small = damages.filter((damage) => isPossible(damage) && !/GiB|FIFO|circle|itself/.test(damage.name));
const others = process.argv.includes("--models") ? [] : [...small, ...verifyDamages];
for (const [i, { name, apply }] of [...others, ...modelDamages].entries()) {
  const store = join(folder, String(i).padStart(3, "0"), "mlruns");
  mkdirSync(store, { recursive: true });
  const built = buildHealthyStore(store);
  if (process.argv.includes("--mlflow1")) asMlflow1(built);
  apply(store);
  names[name] = store;
}
writeFileSync(join(folder, "stores.json"), JSON.stringify(names, null, 1));
