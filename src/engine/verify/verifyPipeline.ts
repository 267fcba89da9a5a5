import { lstat, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import {
  isPipelineName,
  PIPELINE_FILE_LIMIT,
  type PipelineFile,
  readPipelineFile,
} from "../../core/deploy/pipelineFile.ts";
import { isSkippedFolder } from "../../core/files/storeShape.ts";
import type { MetricSummary } from "../../core/model/metric.ts";
import { byText } from "../../core/model/text.ts";
import { checkPipelineFile } from "../../core/verify/pipeline/pipelineFiles.ts";
import type { Found } from "../../core/verify/rule.ts";

/** What is looked at around the stores. */
const BOUNDS = { depth: 6, folders: 2000, files: 5000 } as const;

export interface PipelineRuns {
  has(id: string): boolean;
  metrics(id: string): Promise<readonly MetricSummary[]>;
}

export interface PipelineLook {
  /** Keys of the stores, which are not entered. */
  readonly stores: ReadonlySet<string>;
  readonly runs: PipelineRuns;
  readonly tell: (found: Found) => void;
  /** Told of each run that a file names, whether it is known or not. */
  readonly named: (run: string, file: string) => void;
}

/** Finds the files around stores that name runs or models, and holds them against the runs. */
export async function verifyPipeline(folder: string, { stores, runs, tell, named }: PipelineLook): Promise<void> {
  for await (const file of candidates(folder, stores)) {
    const text = await readFile(path.join(folder, file), "utf8").catch(() => null);
    const read = text === null ? null : readPipelineFile(file, text, (id) => runs.has(id));
    if (read === null) continue;
    for (const { run } of read.claims) if (run !== null) named(run, file);
    await look(folder, read, runs, tell);
  }
}

async function look(folder: string, file: PipelineFile, runs: PipelineRuns, tell: (found: Found) => void) {
  const metrics = new Map<string, readonly MetricSummary[]>();
  const missing: string[] = [];
  for (const { run, files } of file.claims) {
    if (run !== null && runs.has(run)) metrics.set(run, await runs.metrics(run));
    for (const name of files) {
      const places = [path.join(folder, path.dirname(file.path), name), path.join(folder, name)];
      const found = await Promise.all(places.map((place) => lstat(place).catch(() => null)));
      if (found.every((stats) => stats === null)) missing.push(name);
    }
  }
  checkPipelineFile({ file, metricsOf: (run) => metrics.get(run) ?? null, missing }, tell);
}

/** Short files with a fitting name, folder by folder; links, stores, tools' folders and artifacts of runs are passed over. */
async function* candidates(folder: string, stores: ReadonlySet<string>): AsyncGenerator<string> {
  const pending = [{ below: "", depth: 0 }];
  let files = 0;
  for (let left: number = BOUNDS.folders; left > 0 && files < BOUNDS.files; left--) {
    const next = pending.shift();
    if (next === undefined) return;
    const entries = await readdir(path.join(folder, next.below), { withFileTypes: true }).catch(() => []);
    const named = entries.map((entry) => ({
      entry,
      below: next.below === "" ? entry.name : `${next.below}/${entry.name}`,
    }));
    named.sort((a, b) => byText(a.below, b.below));
    for (const { entry, below } of named) {
      if (!entry.isFile() || !isPipelineName(entry.name)) continue;
      files++;
      if (await isShort(path.join(folder, below))) yield below;
    }
    if (next.depth === BOUNDS.depth) continue;
    const inner = named.filter(({ entry }) => entry.isDirectory() && !isPassed(entry.name));
    const entered = inner.filter(({ below }) => !stores.has(path.join(folder, below)));
    pending.push(...entered.map(({ below }) => ({ below, depth: next.depth + 1 })));
  }
}

async function isShort(file: string): Promise<boolean> {
  const stats = await lstat(file).catch(() => null);
  return stats !== null && stats.size <= PIPELINE_FILE_LIMIT;
}

/** Folders of tools, hidden ones, and those of a run or logged model. */
function isPassed(name: string): boolean {
  return isSkippedFolder(name) || name.startsWith(".") || /^(m-)?[0-9a-f]{32}$/.test(name);
}
