import { deepEqual } from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding } from "../../../src/core/model/finding.ts";
import type { Target } from "../../../src/core/verify/target.ts";
import { verifyStores } from "../../../src/engine/verify/verify.ts";
import { buildHealthyStore } from "./healthyStore.ts";
import { asMlflow1 } from "./legacy.ts";

/** What a real MLflow did with one damaged store, as `test/mlflow/record_damage.py` writes it. */
export interface Answer {
  readonly search_experiments: string | null;
  readonly experiments: readonly string[] | null;
  readonly search_runs: Readonly<Record<string, string>>;
  readonly get_run: Readonly<Record<string, string>>;
  readonly runs: readonly string[];
  readonly models?: ModelAnswer;
  readonly migration?: {
    readonly exit: number;
    readonly last?: string;
    readonly rows?: Readonly<Record<string, number>>;
  };
}

/** What it did with the models of a store that has some. */
export interface ModelAnswer {
  /** Calls that fail, and with what. */
  readonly failed: Readonly<Record<string, string>>;
  readonly logged: readonly string[];
  readonly registered: readonly string[];
  /** Name and number. */
  readonly versions: readonly string[];
}

export function recordedAnswers(version: string): Readonly<Record<string, Answer>> {
  return JSON.parse(readFileSync(`test/fixtures/damage-${version}.json`, "utf8")).damages;
}

/** Makes the healthy store, damages it, and does something with it; it is gone afterwards. */
export async function withDamaged<T>(
  { apply, mlflow1 }: { apply: (store: string) => void; mlflow1: boolean },
  work: (store: string, folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "mlflow-runs-verify-"));
  try {
    const store = join(folder, "mlruns");
    const built = buildHealthyStore(store);
    if (mlflow1) asMlflow1(built);
    apply(store);
    return await work(store, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every finding of a damaged store. */
export function verifyDamaged(apply: (store: string) => void, target: Target): Promise<readonly Finding[]> {
  const mlflow1 = target.kind === "mlflow" && target.major < 2;
  return withDamaged({ apply, mlflow1 }, async (store, folder) => {
    const ref = { key: store, kind: "file", base: folder, label: "mlruns" } as const;
    const { findings, unfinished } = await verifyStores(folder, [ref], { target, level: "full", only: null });
    deepEqual(unfinished, null);
    return findings;
  });
}
