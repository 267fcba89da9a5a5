import path from "node:path";
import { join, type Scan } from "../../../core/files/scan.ts";
import type { StoreRef } from "../../../core/model/store.ts";
import { type ArtifactDisk, localDisk } from "../../disk/artifactDisk.ts";
import { Driver, type DriverCalls } from "../../disk/driver.ts";
import { ArtifactLocator } from "../../disk/locateArtifacts.ts";
import { isWithin } from "../../disk/within.ts";
import type { Doubts } from "../doubts.ts";

/** A folder of artifacts that was found, and who reads its files. */
export interface FoundFolder {
  readonly driver: Scanning;
  /** As the driver takes it. */
  readonly path: string;
  /** Stands before a path of the driver's to make it one below the store; it may lead upward. */
  readonly prefix: string;
}

/** A folder as a path below the store; it may lead upward. */
export function placeOf({ prefix, path: below }: FoundFolder): string {
  return prefix === "" ? below : join(prefix, below);
}

/** Who answers scans. */
export interface Scanning {
  run<T>(scan: Scan<T>): Promise<T>;
}

interface Root {
  /** Links resolved. */
  readonly real: string;
  readonly driver: Scanning;
  readonly prefix: string;
}

/** Finds the artifacts of a store's runs and models: beside them, else by their address. */
export class ArtifactPlaces {
  readonly locator: ArtifactLocator;
  readonly #store: StoreRef;
  readonly #calls: DriverCalls | undefined;
  readonly #disk: ArtifactDisk;
  #roots: Promise<readonly [own: Root, base: Root]> | null = null;

  readonly #doubts: Doubts;

  constructor(store: StoreRef, doubts: Doubts, calls?: DriverCalls, disk: ArtifactDisk = localDisk) {
    this.#doubts = doubts;
    this.locator = new ArtifactLocator(store, [], disk);
    this.#store = store;
    this.#calls = calls;
    this.#disk = disk;
  }

  /** The artifacts of an owner, where it has any; `home` is its folder below the store, null in a database. */
  async find(home: string | null, uri: string, id: string): Promise<FoundFolder | null> {
    const [own] = await this.#allRoots();
    if (home !== null) {
      const beside = join(home, "artifacts");
      if (!(await own.driver.run(isEmpty(beside)))) return { ...own, path: beside };
    }
    return uri === "" ? null : this.at((await this.locator.locate({ home: null, uri, id })).folder);
  }

  /** A scan of the store's own files. */
  async run<T>(scan: Scan<T>): Promise<T> {
    const [own] = await this.#allRoots();
    return own.driver.run(scan);
  }

  /** A place that was found by its absolute path, as a folder; null where nothing is in it. */
  async at(folder: string | null): Promise<FoundFolder | null> {
    if (folder === null) return null;
    for (const { real, driver, prefix } of await this.#allRoots()) {
      if (!isWithin(real, folder)) continue;
      const below = path.relative(real, folder).split(path.sep).join("/");
      return (await driver.run(isEmpty(below))) ? null : { driver, path: below, prefix };
    }
    return null;
  }

  /** The store, or the folder of a database, and the folder around. */
  #allRoots(): Promise<readonly [own: Root, base: Root]> {
    const { key, kind, base } = this.#store;
    this.#roots ??= Promise.all([this.#root(kind === "file" ? key : path.dirname(key)), this.#root(base)]);
    return this.#roots;
  }

  async #root(folder: string): Promise<Root> {
    const driver = new Driver(folder, this.#calls, true);
    const prefix = path.relative(this.#store.key, folder).split(path.sep).join("/");
    return {
      real: (await this.#disk.realpath(folder)) ?? folder,
      driver: { run: (scan) => driver.run(this.#doubts.watch(scan, prefix)) },
      prefix,
    };
  }
}

/** Whether a folder has nothing in it, or is not there. */
export function* isEmpty(folder: string): Scan<boolean> {
  const [listing] = yield [{ op: "list", path: folder }];
  return listing?.op !== "list" || listing.entries.length === 0;
}
