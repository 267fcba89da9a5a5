import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { damages, isPossible } from "../damage.ts";
import { buildHealthyStore } from "./healthyStore.ts";
import { modelDamages } from "./models.ts";
import { verifyDamages } from "./verify.ts";

/** What every store of files has at its root, and no experiment. */
const NO_EXPERIMENT = new Set([".trash", "models"]);

/** Puts the experiments of every damaged store, and those of the fixtures, side by side into one; says how many stores they were. */
export function buildDamagedCrowd(store: string): number {
  mkdirSync(store, { recursive: true });
  const all = [...damages.filter(isPossible), ...verifyDamages, ...modelDamages].filter(
    ({ name }) => !/GiB|FIFO/.test(name),
  );
  for (const [i, { apply }] of all.entries()) {
    const folder = mkdtempSync(join(tmpdir(), "mlflow-runs-crowd-"));
    try {
      const one = join(folder, "mlruns");
      buildHealthyStore(one);
      apply(one);
      if (existsSync(one)) moveExperiments(one, store, i);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  for (const version of ["1.30.1", "2.22.5", "3.18.0"]) {
    cpSync(`test/fixtures/${version}-file/mlruns`, join(store), { recursive: true });
  }
  return all.length;
}

function moveExperiments(from: string, to: string, number: number): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (!entry.isDirectory() || NO_EXPERIMENT.has(entry.name)) continue;
    renameSync(join(from, entry.name), join(to, `${1000 + number}${entry.name}`));
  }
}
