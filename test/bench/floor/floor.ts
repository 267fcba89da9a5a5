import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { readWhole, type Walked } from "./walk.ts";

const THREADS = 2;
const WORKER = join(__dirname, "floor", "floorWorker.js");

/**
 * The bare floor of reading a store: its folders walked and all its bytes read on two worker threads, started for it,
 * by synchronous calls and one reused buffer each; nothing is parsed or kept.
 */
export async function readBare(store: string): Promise<Walked> {
  const shares: string[][] = Array.from({ length: THREADS }, () => []);
  for (const [i, folder] of runFolders(store).entries()) shares[i % THREADS]?.push(folder);
  const walked = await Promise.all(shares.map(walkInWorker));
  return {
    files: walked.reduce((sum, { files }) => sum + files, 0),
    bytes: walked.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

/** Lists a store's experiments and reads their own files: what must be read before experiments can be shown. */
export function readExperimentsBare(store: string): string[] {
  return runFolders(store);
}

function runFolders(store: string): string[] {
  const runs: string[] = [];
  for (const experiment of readdirSync(store, { withFileTypes: true })) {
    if (!experiment.isDirectory()) continue;
    const folder = `${store}/${experiment.name}`;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) runs.push(`${folder}/${entry.name}`);
      else readWhole(`${folder}/${entry.name}`);
    }
  }
  return runs;
}

function walkInWorker(folders: readonly string[]): Promise<Walked> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: folders });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
