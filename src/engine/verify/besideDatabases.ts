import path from "node:path";
import type { StoreRef } from "../../core/model/store.ts";
import { promisedDiskCalls } from "../disk/calls.ts";
import { databasesIn, namesIn } from "../disk/probe.ts";

/** What the databases beside a file store know of it. */
interface Known {
  /** Ids of runs, those of databases elsewhere too. */
  readonly runs: ReadonlySet<string>;
  /** Ids of experiments, in the databases beside alone. */
  readonly experiments: ReadonlySet<string>;
  /** Whether one of them could not be read, so that nothing can be said of what it does not know. */
  readonly isPart: boolean;
}

/** Databases in a file store and in the folder around it, read when they are first asked: seldom is one needed. */
export class BesideDatabases {
  readonly #store: string;
  #known: Promise<Known> | null = null;

  /** `store` is the absolute path of a file store. */
  constructor(store: string) {
    this.#store = store;
  }

  /**
   * Whose the artifacts in a folder are: those of a run that is known, or of one that should be and is not. `others` are
   * further databases, verified together with the store.
   */
  async ownerOf(experiment: string, run: string, others: readonly string[]): Promise<"known" | "lost" | "nobody"> {
    this.#known ??= databasesBeside(this.#store).then((beside) => knownOf(beside, others));
    const { runs, experiments, isPart } = await this.#known;
    if (runs.has(run) || isPart) return "known";
    return experiments.has(experiment.replace(/^\.trash\//, "")) ? "lost" : "nobody";
  }
}

async function databasesBeside(store: string): Promise<string[]> {
  const folders = [store, path.dirname(store)];
  const found = folders.map(async (folder) => {
    const { files } = await namesIn(promisedDiskCalls, folder);
    const names = await databasesIn(promisedDiskCalls, folder, files);
    return names.map((name) => path.join(folder, name));
  });
  return (await Promise.all(found)).flat();
}

async function knownOf(beside: readonly string[], others: readonly string[]): Promise<Known> {
  const runs = new Set<string>();
  const experiments = new Set<string>();
  let isPart = false;
  for (const key of new Set([...beside, ...others])) {
    const ref: StoreRef = { key, kind: "sqlite", base: path.dirname(key), label: path.basename(key) };
    const { openSqliteReader } = await import("../sqlite/reader.ts");
    const reader = openSqliteReader(ref);
    try {
      for (const folder of (await reader.experiments()).experiments) {
        if (beside.includes(key)) experiments.add(folder.experiment.id);
        for (const run of folder.runs) runs.add(run);
      }
    } catch {
      if (beside.includes(key)) isPart = true;
    } finally {
      await reader.close();
    }
  }
  return { runs, experiments, isPart };
}
