import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeDemo } from "../demo/make.ts";

/** The demo repository in a folder of its own, gone when this process ends. */
export async function demoFolder(): Promise<string> {
  const parent = mkdtempSync(join(tmpdir(), "mlflow-runs-ui-"));
  process.once("exit", () => rmSync(parent, { recursive: true, force: true }));
  const folder = join(parent, "pipeline");
  await makeDemo(folder);
  return folder;
}

export interface Damage {
  /** Metric file with a bad line, below the store; the line counts from 1. */
  readonly metric: string;
  readonly line: number;
}

/** Breaks one metric line of one run and empties the meta.yaml of another. */
export function damage(folder: string): Damage {
  const store = join(folder, "mlruns");
  const [first, second] = runFolders(store).filter((run) => metricFile(join(store, run, "metrics")) !== null);
  if (first === undefined || second === undefined) throw new Error("the demo has no runs");
  writeFileSync(join(store, second, "meta.yaml"), "");
  const key = metricFile(join(store, first, "metrics"));
  const metric = `${first}/metrics/${key}`;
  appendFileSync(join(store, metric), "this is no metric\n");
  return { metric, line: 2 };
}

/** Adds a blank line to one metric of so many runs, other than those that `damage` breaks. */
export function blankLines(folder: string, runs: number): void {
  const store = join(folder, "mlruns");
  const whole = runFolders(store).filter((run) => metricFile(join(store, run, "metrics")) !== null);
  for (const run of whole.slice(2, 2 + runs)) {
    appendFileSync(join(store, run, "metrics", metricFile(join(store, run, "metrics")) ?? ""), "\n");
  }
}

function metricFile(folder: string): string | null {
  return readdirSync(folder, { withFileTypes: true }).find((found) => found.isFile())?.name ?? null;
}

/** `EXPERIMENT/RUN` of the first experiment that has several runs with one-line metrics. */
function runFolders(store: string): string[] {
  const folders = (path: string) =>
    readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  const isRun = (name: string) => /^[0-9a-f]{32}$/.test(name);
  const lists = folders(store)
    .filter((name) => /^\d+$/.test(name))
    .map((experiment) =>
      folders(join(store, experiment))
        .filter(isRun)
        .map((run) => `${experiment}/${run}`),
    );
  return (lists.find((runs) => runs.length > 50) ?? []).sort();
}
