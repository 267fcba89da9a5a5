// `node out/mlflow/damagedStores.js FOLDER [--mlflow1] [--models] [--fields]`: one store a kind of damage, or only those to models
// or to the keys of metadata, and stores.json that names them.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fieldDamages } from "../support/damage/fields.ts";
import { asMlflow1 } from "../support/damage/legacy.ts";
import { modelDamages } from "../support/damage/models.ts";
import { verifyDamages } from "../support/damage/verify.ts";
import { buildHealthyStore, damages, isPossible } from "../support/damage.ts";

const folder = process.argv[2] ?? "";
const names: Record<string, string> = {};
const small = damages.filter((damage) => isPossible(damage) && !/GiB|FIFO|circle|itself/.test(damage.name));
const others = process.argv.includes("--models") ? [] : [...small, ...verifyDamages];
const fields = process.argv.includes("--fields");
for (const [i, { name, apply }] of (fields ? fieldDamages : [...others, ...modelDamages]).entries()) {
  const store = join(folder, String(i).padStart(3, "0"), "mlruns");
  mkdirSync(store, { recursive: true });
  const built = buildHealthyStore(store);
  if (process.argv.includes("--mlflow1")) asMlflow1(built);
  apply(store);
  names[name] = store;
}
writeFileSync(join(folder, "stores.json"), JSON.stringify(names, null, 1));
