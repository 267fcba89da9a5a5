import { isPlainSegment } from "../../core/artifacts/segments.ts";
import { tailsOf } from "../../core/artifacts/tails.ts";
import { parseArtifactUri } from "../../core/artifacts/uri.ts";
import { versionPlaces } from "../../core/artifacts/version.ts";
import type { ModelVersion } from "../../core/model/registry.ts";
import type { StoreRef } from "../../core/model/store.ts";
import { type ArtifactDisk, localDisk } from "./artifactDisk.ts";
import { isWithin } from "./within.ts";

/** Whose artifacts are looked for. */
export interface ArtifactRequest {
  /** Folder of the owner's meta.yaml below the store, `/` between segments; null in databases. */
  readonly home: string | null;
  /** `artifact_uri` of the run, `artifact_location` of the logged model. */
  readonly uri: string;
  /** Id of the run or logged model; null where none is known. */
  readonly id: string | null;
  /** Path below the owner's artifacts. */
  readonly below?: readonly string[];
}

/** Where artifacts were found; one of the two is null. */
export interface ArtifactPlace {
  /** Absolute; it lies below one of the roots, links resolved. */
  readonly folder: string | null;
  /** Why there are none, as one sentence. */
  readonly reason: string | null;
}

/** What is known of the owner of a model version's files; null where it is not in the store. */
export type OwnerLookup = (
  kind: "run" | "model",
  id: string,
) => { readonly home: string | null; readonly uri: string } | null;

interface Root {
  readonly folder: string;
  readonly real: string;
}

/** Finds artifact folders of one store below its roots: the store, its base, and what the user configured. */
export class ArtifactLocator {
  readonly #store: StoreRef;
  readonly #folders: readonly string[];
  readonly #disk: ArtifactDisk;
  #roots: Promise<readonly Root[]> | null = null;

  constructor(store: StoreRef, extraRoots: readonly string[] = [], disk: ArtifactDisk = localDisk) {
    this.#store = store;
    this.#disk = disk;
    const own = store.kind === "sqlite" ? disk.path.dirname(store.key) : store.key;
    this.#folders = [...new Set([own, store.base, ...extraRoots])];
  }

  /** Beside meta.yaml, else the longest end of the URI that exists below a root. A folder with something in it wins. */
  async locate(request: ArtifactRequest): Promise<ArtifactPlace> {
    const search = new Search(this.#disk, await this.#realRoots());
    const below = request.below ?? [];
    if (request.home !== null) {
      const home = request.home.split("/").filter((segment) => segment !== "");
      await search.look(this.#store.key, [...home, "artifacts", ...below]);
    }
    const uri = parseArtifactUri(request.uri);
    if (uri.kind === "path") {
      const found = tailsOf(uri, request.id);
      // A URI may name the very files; then it says itself what lies below.
      const inside = found.below.length > 0 ? found.below : below;
      for (const tail of found.tails) await search.lookEverywhere([...tail, ...inside]);
    }
    return search.result() ?? { folder: null, reason: search.refusal ?? this.#reason(request, uri) };
  }

  /** The files of a registered model's version. */
  async locateVersion(version: ModelVersion, ownerOf: OwnerLookup): Promise<ArtifactPlace> {
    let failed: ArtifactPlace | null = null;
    for (const { owner, below, uri } of versionPlaces(version)) {
      const known = owner ? ownerOf(owner.kind, owner.id) : null;
      const home = known?.home ?? null;
      const place = await this.locate({ home, uri: uri ?? known?.uri ?? "", id: owner?.id ?? null, below });
      if (place.folder !== null) return place;
      failed ??= uri === null && known === null ? null : place;
    }
    return failed ?? { folder: null, reason: `Nothing in this folder matches ${shown(version.source)}.` };
  }

  #realRoots(): Promise<readonly Root[]> {
    this.#roots ??= Promise.all(
      this.#folders.map(async (folder) => ({ folder, real: (await this.#disk.realpath(folder)) ?? folder })),
    );
    return this.#roots;
  }

  #reason({ uri, home }: ArtifactRequest, parsed: ReturnType<typeof parseArtifactUri>): string {
    if (parsed.kind === "unknown") return `Places of the kind ${parsed.scheme}: are shown, not opened: ${shown(uri)}.`;
    if (parsed.kind === "refused" && uri !== "")
      return `The address ${shown(uri)} is not used because it ${parsed.reason}.`;
    const local = parsed.kind === "path" && (parsed.scheme === null || parsed.scheme === "file");
    if (uri === "" || (home !== null && local))
      return "There are no artifacts: none were logged, or they were not kept with the store.";
    return `The artifacts are at ${shown(uri)}, and no copy of them was found in ${this.#store.base}.`;
  }
}

/** One search: keeps what was found first, and a reason where a link was refused. */
class Search {
  refusal: string | null = null;
  readonly #disk: ArtifactDisk;
  readonly #roots: readonly Root[];
  #full: string | null = null;
  #empty: string | null = null;

  constructor(disk: ArtifactDisk, roots: readonly Root[]) {
    this.#disk = disk;
    this.#roots = roots;
  }

  result(): ArtifactPlace | null {
    const folder = this.#full ?? this.#empty;
    return folder === null ? null : { folder, reason: null };
  }

  async lookEverywhere(segments: readonly string[]): Promise<void> {
    for (const root of this.#roots) await this.look(root.folder, segments);
  }

  async look(root: string, segments: readonly string[]): Promise<void> {
    const { path } = this.#disk;
    const windows = path.sep === "\\";
    if (this.#full !== null || !segments.every((segment) => isPlainSegment(segment, windows))) return;
    const candidate = path.join(root, ...segments);
    if ((await this.#disk.stamp(candidate)) === null) return;
    const real = await this.#disk.realpath(candidate);
    if (real === null) return;
    if (!this.#roots.some((allowed) => isWithin(allowed.real, real, path))) {
      this.refusal ??= `${candidate} leads through a link out of the folder and is not followed.`;
      return;
    }
    await this.#keep(real);
  }

  async #keep(folder: string): Promise<void> {
    try {
      if ((await this.#disk.list(folder)).length > 0) this.#full ??= folder;
      else this.#empty ??= folder;
    } catch {
      // A file, or a folder that may not be listed: not the place.
    }
  }
}

function shown(uri: string): string {
  return uri.length > 200 ? `${uri.slice(0, 200)}…` : uri;
}
