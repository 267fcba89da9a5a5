import path from "node:path";
import { ENVIRONMENT_MARK, isSkippedFolder, isStoreName, looksLikeRun, TRASH } from "../../core/files/storeShape.ts";
import type { StoreKind, StoreRef } from "../../core/model/store.ts";
import { byText } from "../../core/model/text.ts";
import { type AsyncCalls, promisedDiskCalls } from "./calls.ts";
import { databasesIn, holdsExperiment, isFolder, type Names, namesIn, storesUnderArtifacts } from "./probe.ts";
import { isWithin } from "./within.ts";

export interface DiscoveryOptions {
  /** How many folders deep below the base a store may lie; 0 is the base itself. */
  readonly depth: number;
  /** How many folders are listed at most. */
  readonly maxFolders: number;
  readonly signal?: AbortSignal;
  readonly calls?: AsyncCalls;
}

export interface Discovery {
  /** Shallow first, then by path. */
  readonly stores: readonly StoreRef[];
  /** True where there were more folders than were listed. */
  readonly truncated: boolean;
}

/** What the editor looks at: enough for every repository seen, and never more than a moment. */
export const EDITOR_BOUNDS = { depth: 3, maxFolders: 500 } as const;
/** The command line was given a path and looks at all of it. */
export const UNBOUNDED = { depth: Number.POSITIVE_INFINITY, maxFolders: Number.POSITIVE_INFINITY } as const;

/** Finds the stores in a folder, itself included. Links are not followed, but for one named like a store that stays inside. */
export async function discoverStores(base: string, options: DiscoveryOptions): Promise<Discovery> {
  const walk = new Walk(path.resolve(base), options);
  await walk.run();
  return { stores: walk.stores(), truncated: walk.truncated };
}

/** A folder named like a store without an experiment: a store only where nothing better explains it. */
interface Hollow {
  readonly relative: string;
  /** Whether something in it is a run's or an experiment's, though damaged. */
  runs: boolean;
  /** Whether a store lies in it, so that it is but a folder of stores. */
  stores: boolean;
}

interface Place {
  /** Path below the base, `/` between segments, empty for the base. */
  readonly relative: string;
  readonly depth: number;
  /** Inside another store, where nothing but a real store counts. */
  readonly nested: boolean;
  readonly hollow: Hollow | null;
  /** How many more levels are followed. */
  readonly levels: number;
}

/** Folders looked at together; each waits for the disk most of the time. */
const AT_ONCE = 16;
/** Folders of an ordinary folder tried for an experiment in the bounded look. */
const TRIES = 16;
/** In a hollow folder so many levels, and so many folders of each, are followed: it may hold the artifacts of 10,000 runs. */
const HOLLOW = { levels: 2, folders: 64 } as const;

class Walk {
  truncated = false;
  private readonly found = new Map<string, StoreKind>();
  private readonly hollows: Hollow[] = [];
  private readonly seen = new Set<string>();
  private next: Place[] = [];
  private listed = 0;
  private readonly base: string;
  private readonly options: DiscoveryOptions;
  private readonly calls: AsyncCalls;
  private readonly tries: number;

  constructor(base: string, options: DiscoveryOptions) {
    this.base = base;
    this.options = options;
    this.calls = options.calls ?? promisedDiskCalls;
    this.tries = Number.isFinite(options.maxFolders) ? TRIES : Number.POSITIVE_INFINITY;
  }

  async run(): Promise<void> {
    this.enqueue({ relative: "", depth: 0, nested: false, hollow: null, levels: Number.POSITIVE_INFINITY });
    while (this.next.length > 0) {
      const level = this.next.sort((a, b) => byText(a.relative, b.relative));
      this.next = [];
      await this.visitAll(level);
    }
  }

  stores(): StoreRef[] {
    const database = [...this.found.values()].includes("sqlite");
    for (const { relative, runs, stores } of this.hollows) {
      // Artifacts beside a database belong to it; without one the folder is shown as the empty store it is named for.
      if (!stores && (runs || !database)) this.found.set(relative, "file");
    }
    const depth = (label: string): number => (label === "" ? 0 : label.split("/").length);
    return [...this.found]
      .sort(([a], [b]) => depth(a) - depth(b) || byText(a, b))
      .map(([relative, kind]) => ({ key: this.absolute(relative), kind, base: this.base, label: relative || "." }));
  }

  private absolute(relative: string): string {
    return path.join(this.base, relative);
  }

  private enqueue(place: Place): void {
    if (place.depth > this.options.depth || place.levels < 0 || this.seen.has(place.relative)) return;
    this.seen.add(place.relative);
    this.next.push(place);
  }

  private async visitAll(level: readonly Place[]): Promise<void> {
    for (let at = 0; at < level.length; at += AT_ONCE) {
      this.options.signal?.throwIfAborted();
      const room = Math.min(AT_ONCE, this.options.maxFolders - this.listed);
      if (room <= 0) {
        this.truncated = true;
        return;
      }
      const batch = level.slice(at, at + room);
      this.listed += batch.length;
      await Promise.all(batch.map((place) => this.visit(place)));
      if (batch.length < AT_ONCE && at + batch.length < level.length) this.truncated = true;
    }
  }

  private async visit(place: Place): Promise<void> {
    const folder = this.absolute(place.relative);
    const names = await namesIn(this.calls, folder);
    if (names.files.includes(ENVIRONMENT_MARK)) return;
    if (place.hollow && looksLikeRun([...names.files, ...names.folders])) place.hollow.runs = true;
    if (place.depth < this.options.depth) {
      for (const name of await databasesIn(this.calls, folder, names.files)) this.add(join(place, name), "sqlite");
    }
    const isTrash = path.basename(folder) === TRASH;
    if (!isTrash && (await holdsExperiment(this.calls, folder, names, this.tries))) {
      if (place.hollow) place.hollow.stores = true;
      this.add(place.relative, "file");
      await this.followStore(place, folder, names);
    } else if (!place.nested) {
      await this.followFolder(place, folder, names);
    }
  }

  private add(relative: string, kind: StoreKind): void {
    this.found.set(relative, kind);
  }

  /** Inside a store only `mlruns` at its root and under artifacts. */
  private async followStore(place: Place, folder: string, names: Names): Promise<void> {
    const inner = { nested: true, hollow: null, levels: Number.POSITIVE_INFINITY };
    if (names.folders.includes("mlruns")) {
      this.enqueue({ ...inner, relative: join(place, "mlruns"), depth: place.depth + 1 });
    }
    if (place.depth + 4 > this.options.depth) return;
    for (const found of await storesUnderArtifacts(this.calls, folder, names)) {
      const relative = join(place, found.split(path.sep).join("/"));
      this.enqueue({ ...inner, relative, depth: relative.split("/").length });
    }
  }

  private async followFolder(place: Place, folder: string, names: Names): Promise<void> {
    const opened = isStoreName(path.basename(folder)) && place.hollow === null;
    const hollow = opened ? { relative: place.relative, runs: false, stores: false } : place.hollow;
    if (hollow && opened) this.hollows.push(hollow);
    const levels = (opened ? HOLLOW.levels : place.levels) - 1;
    const children = [...names.folders.filter((name) => !isSkippedFolder(name))].sort(byText);
    for (const name of hollow ? children.slice(0, HOLLOW.folders) : children) {
      this.enqueue({ relative: join(place, name), depth: place.depth + 1, nested: false, hollow, levels });
    }
    for (const name of names.links.filter(isStoreName)) await this.followLink(place, path.join(folder, name));
  }

  /** A link named like a store counts for the folder it leads to, once, where that lies inside the base. */
  private async followLink(place: Place, link: string): Promise<void> {
    try {
      const [root, target] = await Promise.all([this.calls.realpath(this.base), this.calls.realpath(link)]);
      if (!isWithin(root, target) || !(await isFolder(target))) return;
      const relative = path.relative(root, target).split(path.sep).join("/");
      this.enqueue({ ...place, relative, depth: place.depth + 1 });
    } catch {
      // A link that leads nowhere is no store.
    }
  }
}

function join(place: Place, name: string): string {
  return place.relative === "" ? name : `${place.relative}/${name}`;
}
