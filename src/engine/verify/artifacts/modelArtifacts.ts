import { decode } from "../../../core/files/bytes.ts";
import { join, type Scan } from "../../../core/files/scan.ts";
import { LOGGED_MODEL_EMPTY } from "../../../core/verify/artifacts/kept.ts";
import type { KnownModel, KnownModels, KnownVersion } from "../../../core/verify/artifacts/known.ts";
import { versionsNotKept, versionWithoutFiles } from "../../../core/verify/artifacts/versionFiles.ts";
import type { RunSummary } from "../../../core/verify/facts/runSummary.ts";
import type { Found, Level } from "../../../core/verify/rule.ts";
import type { OwnerLookup } from "../../disk/locateArtifacts.ts";
import type { Doubts } from "../doubts.ts";
import { lookAtModel, lookAtTree } from "./lookAtFolder.ts";
import { type ArtifactPlaces, type FoundFolder, placeOf } from "./places.ts";

export interface StoreModels {
  readonly known: KnownModels;
  readonly runs: readonly RunSummary[];
  /** Ids of the store's experiments. */
  readonly experiments: ReadonlySet<string>;
}

/** Looks at the files of logged models and registered versions. */
export class ModelArtifacts {
  readonly #places: ArtifactPlaces;
  readonly #level: Level;
  readonly #doubts: Doubts;
  readonly #tell: (found: Found) => void;
  /** Folders that were looked at: a version's files are often those of a run or logged model. */
  readonly #seen: Set<string>;
  readonly #elsewhere = new Map<string, KnownVersion[]>();

  constructor(
    places: ArtifactPlaces,
    level: Level,
    { doubts, seen }: { readonly doubts: Doubts; readonly seen: Set<string> },
    tell: (found: Found) => void,
  ) {
    this.#doubts = doubts;
    this.#seen = seen;
    this.#places = places;
    this.#level = level;
    this.#tell = tell;
  }

  async look({ known, runs, experiments }: StoreModels, signal: AbortSignal): Promise<void> {
    for (const model of known.logged) {
      signal.throwIfAborted();
      if (model.isReady) await this.#logged(model);
      this.#doubts.settle(({ ...found }) => this.#tell({ experiment: model.experiment, ...found }));
    }
    if (known.versions.length === 0) return;
    const owners = new Map([
      ...runs.map(({ id, file, artifactUri }) => [id, { home: file === "" ? null : file, uri: artifactUri }] as const),
      ...known.logged.map(({ id, home, uri }) => [id, { home, uri }] as const),
    ]);
    for (const version of known.versions) {
      signal.throwIfAborted();
      await this.#version(version, (_, id) => owners.get(id) ?? null, experiments);
      this.#doubts.settle(this.#tell);
    }
    for (const versions of this.#elsewhere.values()) for (const found of versionsNotKept(versions)) this.#tell(found);
  }

  async #logged({ id, home, uri, file }: KnownModel): Promise<void> {
    const found = await this.#places.find(home, uri, id);
    if (found !== null) await this.#files(found, this.#doubts.tell);
    else if (home === null || !(await this.#places.run(isExternal(home)))) {
      this.#doubts.tell({
        rule: LOGGED_MODEL_EMPTY,
        file,
        message: "The model is ready, and none of its files is here.",
      });
    }
  }

  async #version(known: KnownVersion, ownerOf: OwnerLookup, experiments: ReadonlySet<string>): Promise<void> {
    const { version } = known;
    const place = await this.#places.at((await this.#places.locator.locateVersion(version, ownerOf)).folder);
    if (place !== null) {
      // A logged model's files were looked at with it.
      if (version.modelId === null) await this.#files(place, this.#doubts.tell);
      return;
    }
    const id = version.modelId ?? version.runId ?? "";
    const owner = ownerOf(version.modelId === null ? "run" : "model", id);
    const hasArtifacts = owner !== null && (await this.#places.find(owner.home, owner.uri, id)) !== null;
    const found = versionWithoutFiles(known, { isHere: owner !== null, hasArtifacts, experiments });
    if (this.#doubts.hasFailed) return;
    if (found !== null) this.#doubts.tell(found);
    else this.#elsewhere.set(version.name, [...(this.#elsewhere.get(version.name) ?? []), known]);
  }

  async #files(folder: FoundFolder, tell: (found: Found) => void): Promise<void> {
    const place = placeOf(folder);
    if (this.#isSeen(place)) return;
    this.#seen.add(place);
    if (this.#level === "full") await lookAtModel(folder, false, tell);
    else if (this.#level === "bytes") await lookAtTree(folder, tell);
  }

  /** At the level `bytes` folders are looked at with all that lies in them. */
  #isSeen(place: string): boolean {
    if (this.#level !== "bytes") return this.#seen.has(place);
    const segments = place.split("/");
    return segments.some((_, i) => this.#seen.has(segments.slice(0, i + 1).join("/")));
  }
}

/** Whether a model was made with its files elsewhere on purpose, by its tag. */
function* isExternal(home: string): Scan<boolean> {
  const path = join(home, "tags/mlflow.model.isExternal");
  const [reply] = yield [{ op: "read", path, limit: 64, beyond: "cut" }];
  return reply?.op === "read" && decode(reply.data, reply.start, reply.end).trim().toLowerCase() === "true";
}
