import type { ModelVersion } from "../model/registry.ts";
import { type ArtifactUri, parseArtifactUri } from "./uri.ts";

/** Where a model version's files may be, in the order in which they are looked for. */
export interface VersionPlace {
  /** The run or logged model that they belong to; null where only a path is known. */
  readonly owner: { readonly kind: "run" | "model"; readonly id: string } | null;
  /** Path below the owner's artifacts. */
  readonly below: readonly string[];
  /** A URI that leads to the owner's artifacts or to the files themselves; null where only the owner is known. */
  readonly uri: string | null;
}

/** The logged model first, then what `storage_location` and `source` say. */
export function versionPlaces(version: ModelVersion): readonly VersionPlace[] {
  const places: VersionPlace[] = [];
  if (version.modelId !== null) places.push(ofModel(version.modelId, [], null));
  for (const uri of [version.storageLocation, version.source]) {
    if (uri) places.push(...placeOf(uri, parseArtifactUri(uri)));
  }
  const keys = new Set<string>();
  return places.filter((place) => {
    const key = JSON.stringify(place);
    return !keys.has(key) && keys.add(key);
  });
}

function ofModel(id: string, below: readonly string[], uri: string | null): VersionPlace {
  return { owner: { kind: "model", id }, below, uri };
}

function placeOf(uri: string, parsed: ArtifactUri): VersionPlace[] {
  switch (parsed.kind) {
    case "model":
      return [ofModel(parsed.modelId, parsed.segments, null)];
    case "run":
      return [{ owner: { kind: "run", id: parsed.runId }, below: parsed.segments, uri: null }];
    case "path":
      return [placeOfPath(uri, parsed.segments)];
    default:
      return [];
  }
}

/** A path names its owner itself: `…/<run id>/artifacts/model`, `…/models/m-…/artifacts`. */
function placeOfPath(uri: string, segments: readonly string[]): VersionPlace {
  const at = segments.findLastIndex(
    (segment, index) => /^(m-)?[0-9a-f]{32}$/.test(segment) && segments[index + 1] === "artifacts",
  );
  const id = segments[at];
  if (id === undefined) return { owner: null, below: [], uri };
  return { owner: { kind: id.startsWith("m-") ? "model" : "run", id }, below: segments.slice(at + 2), uri };
}
