import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { Random } from "./random.ts";
import { experimentMeta, runFiles } from "./runFiles.ts";

export interface StoreSize {
  readonly runs: number;
  readonly experiments: number;
}

const URI = "file:///home/alice/project/mlruns";
const SEED = 7;
const FOLDERS = ["", "params", "metrics", "metrics/val", "tags", "artifacts"];

/**
 * Writes a file store as MLflow 3 lays it out, by plain file writes: about 25 files a run, the same bytes for the same
 * size. One run in ten of each experiment's has a parent. `root` must not be there yet.
 */
export function makeStore(root: string, { runs, experiments }: StoreSize): void {
  const random = new Random(SEED);
  mkdirSync(join(root, ".trash"), { recursive: true });
  const ids = Array.from({ length: experiments }, (_, i) => (i === 0 ? "0" : `1${digits(random, 17)}`));
  for (const [nth, id] of ids.entries()) {
    mkdirSync(join(root, id));
    write(join(root, id, "meta.yaml"), experimentMeta(id, nth, URI));
  }
  const parents = new Map<string, string>();
  for (let index = 0; index < runs; index++) {
    const experiment = ids[index % ids.length] ?? "0";
    const id = random.hex(32);
    const parent = index % 10 === 5 ? (parents.get(experiment) ?? null) : null;
    const folder = join(root, experiment, id);
    for (const name of FOLDERS) mkdirSync(join(folder, name));
    for (const [path, text] of runFiles({ index, experiment, id, parent, uri: URI }, random)) {
      write(join(folder, path), text);
    }
    if (!parents.has(experiment)) parents.set(experiment, id);
  }
}

function digits(random: Random, length: number): string {
  return Array.from({ length }, () => random.whole(10)).join("");
}

function write(path: string, text: string): void {
  const file = openSync(path, "w");
  writeSync(file, text);
  closeSync(file);
}
