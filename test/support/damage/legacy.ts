import { appendFileSync } from "node:fs";
import { join } from "node:path";
import type { BuiltStore } from "../spec.ts";

/** Adds the key `run_uuid` to every run, without which MLflow 1.x shows none. */
export function asMlflow1({ experiments }: BuiltStore): void {
  for (const { id, folder } of experiments.flatMap(({ runs }) => runs)) {
    appendFileSync(join(folder, "meta.yaml"), `run_uuid: ${id}\n`);
  }
}
