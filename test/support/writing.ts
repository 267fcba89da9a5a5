import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pyYaml, type YamlValue } from "./pyYaml.ts";
import type { Files } from "./spec.ts";

/** 2024-02-29 08:00 UTC: where the clock of made stores starts. */
export const EPOCH = 1_709_193_600_000;
export const STORE_URI = "file:///tmp/mlops/project/mlruns";

export function md5(text: string): string {
  return createHash("md5").update(text).digest("hex");
}

/** 18 digits, as MLflow 2 and 3 draw them. */
export function experimentId(seed: string): string {
  return String(100_000_000_000_000_000n + (BigInt(`0x${md5(seed)}`) % 900_000_000_000_000_000n));
}

export function writeFile(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

export function writeMeta(folder: string, fields: Readonly<Record<string, YamlValue>>): void {
  writeFile(join(folder, "meta.yaml"), pyYaml(fields));
}

/** One file a key; `a/b` lies in the folder `a`. The folder is made even when it stays empty, as MLflow does. */
export function writeKeyed(folder: string, files: Files): void {
  mkdirSync(folder, { recursive: true });
  for (const [key, content] of Object.entries(files)) writeFile(join(folder, key), content);
}
