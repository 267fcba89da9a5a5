// `node out/mlflow/damagedStores.js FOLDER [--mlflow1]`: one store a kind of damage, and stores.json that names them.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { asMlflow1 } from "../support/damage/legacy.ts";
import { verifyDamages } from "../support/damage/verify.ts";
import { buildHealthyStore, damages, isPossible } from "../support/damage.ts";

const folder = process.argv[2] ?? "";
const names: Record<string, string> = {};
const small = damages.filter((damage) => isPossible(damage) && !/GiB|FIFO|circle|itself/.test(damage.name));
for (const [i, { name, apply }] of [...small, ...verifyDamages].entries()) {
  const store = join(folder, String(i).padStart(3, "0"), "mlruns");
  mkdirSync(store, { recursive: true });
  const built = buildHealthyStore(store);
  if (process.argv.includes("--mlflow1")) asMlflow1(built);
  apply(store);
  names[name] = store;
}
writeFileSync(join(folder, "stores.json"), JSON.stringify(names, null, 1));
