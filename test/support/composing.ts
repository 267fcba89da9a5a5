import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Target } from "../../src/core/verify/target.ts";
import { buildStore } from "./store.ts";
import { findingsOf } from "./verifying.ts";
import { writeFile } from "./writing.ts";

/** A folder with a store of one run, in which compose files are written. */
export class ComposeFolder {
  readonly path = mkdtempSync(join(tmpdir(), "verify-compose-"));
  readonly store = join(this.path, "mlruns");

  constructor() {
    buildStore(this.store, { experiments: [{ name: "e", runs: [{ metrics: { rmse: 1 } }] }] });
    for (const name of [".trash", "models"]) mkdirSync(join(this.store, name), { recursive: true });
  }

  write(path: string, text: string): void {
    writeFile(join(this.path, path), text);
  }

  /** Writes `compose.yaml` and says what verify finds in it: rule, severity, place, message. */
  async found(compose: string, target: Target = { kind: "data" }): Promise<string[]> {
    this.write("compose.yaml", compose);
    const findings = await findingsOf(this.store, { target });
    return findings
      .filter(({ rule }) => rule.startsWith("MLR7"))
      .map(
        ({ rule, severity, file, line, column, message }) => `${rule} ${severity} ${file}:${line}:${column} ${message}`,
      )
      .sort();
  }

  /** The rules alone. */
  async rules(compose: string, target?: Target): Promise<string[]> {
    return (await this.found(compose, target)).map((line) => line.slice(0, 6));
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}

/** A service that shows `mlruns` without a flaw; fields given replace its own, null leaves one out. */
export function healthy(fields: Readonly<Record<string, string | null>> = {}): string {
  const all: Record<string, string | null> = {
    image: "ghcr.io/mlflow/mlflow:v2.22.0",
    command: "mlflow server --host 0.0.0.0 --backend-store-uri /data/mlruns",
    ports: '["127.0.0.1:5000:5000"]',
    volumes: '["./mlruns:/data/mlruns"]',
    ...fields,
  };
  const lines = Object.entries(all).flatMap(([key, value]) => (value === null ? [] : [`    ${key}: ${value}`]));
  return `services:\n  mlflow:\n${lines.join("\n")}\n`;
}
