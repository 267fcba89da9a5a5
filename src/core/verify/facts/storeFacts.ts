import { isForeign } from "../../files/foreign.ts";
import { join, type Scan } from "../../files/scan.ts";
import { type MetaFacts, scanMeta } from "./metaFacts.ts";

export interface ExperimentFacts {
  /** Below the store; in `.trash` for a deleted one. */
  readonly folder: string;
  readonly inTrash: boolean;
  readonly meta: MetaFacts;
}

/** A store's own few files. */
export interface StoreFacts {
  readonly experiments: readonly ExperimentFacts[];
  /** Folders at its root whose names MLflow refuses as ids. */
  readonly foreignFolders: readonly string[];
}

/** MLflow's rule for experiment ids. */
const ID = /^[a-zA-Z0-9][\w-]{0,63}$/;

/** Gathers the facts of a store; `folders` are its experiments as found. */
export function* scanStoreFacts(folders: readonly string[]): Scan<StoreFacts> {
  const [root] = yield [{ op: "list", path: "" }];
  const names = root?.op === "list" ? root.entries.filter(({ kind }) => kind === "folder").map(({ name }) => name) : [];
  const experiments: ExperimentFacts[] = [];
  for (const folder of folders) {
    const [listing] = yield [{ op: "list", path: folder }];
    const entries = listing?.op === "list" ? listing.entries : [];
    experiments.push({
      folder,
      inTrash: folder.startsWith(".trash/"),
      meta: yield* scanMeta(join(folder, "meta.yaml"), entries),
    });
  }
  return {
    experiments,
    foreignFolders: names.filter((name) => name !== ".trash" && (!ID.test(name) || isForeign(name))),
  };
}
