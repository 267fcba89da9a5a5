import { parseArtifactUri } from "../../artifacts/uri.ts";
import { versionPlaces } from "../../artifacts/version.ts";
import type { ModelVersion } from "../../model/registry.ts";
import { counts } from "../counts.ts";
import type { Found } from "../rule.ts";
import { ARTIFACTS_NOT_KEPT, VERSION_GONE, VERSION_IN_USE_GONE } from "./kept.ts";
import type { KnownVersion } from "./known.ts";

/** What is known of the place a version without files came from. */
export interface VersionOrigin {
  /** Whether its run or logged model is in the store. */
  readonly isHere: boolean;
  /** Whether that has any artifacts at all. */
  readonly hasArtifacts: boolean;
  /** Ids of the store's experiments: an address through one of them was once this store's. */
  readonly experiments: ReadonlySet<string>;
}

/** What is to be said of a version whose files were not found; null where it came from elsewhere, which is nobody's fault. */
export function versionWithoutFiles({ version, file }: KnownVersion, origin: VersionOrigin): Found | null {
  const { name, version: number, source, aliases, stage } = version;
  const isOurs = origin.isHere ? origin.hasArtifacts : wasHere(version, origin.experiments);
  if (!isOurs) return null;
  const rule = aliases.length > 0 || stage === "Production" ? VERSION_IN_USE_GONE : VERSION_GONE;
  const why = origin.isHere ? "its run or model has no such files" : "its run or model is gone";
  const what = `Version ${number} of ${JSON.stringify(name.slice(0, 80))}`;
  return { rule, file, message: `${what} was registered from ${shown(source)}, and ${why}.` };
}

/** Of a registered model some of whose versions came from elsewhere. */
export function versionsNotKept(versions: readonly KnownVersion[]): Found[] {
  const [first] = versions;
  if (first === undefined) return [];
  const { name, source } = first.version;
  const what = `${counts(versions.length, "version")} of ${JSON.stringify(name.slice(0, 80))}`;
  const are = versions.length === 1 ? "is" : "are";
  const message = `${what} ${are} at places such as ${shown(source)}, and no copy is here.`;
  return [{ rule: ARTIFACTS_NOT_KEPT, file: first.file, message }];
}

/** Whether one of its addresses leads through an experiment of this store, or names a run or model and no place. */
function wasHere(version: ModelVersion, experiments: ReadonlySet<string>): boolean {
  return versionPlaces(version).some(({ uri }) => {
    if (uri === null) return true;
    const parsed = parseArtifactUri(uri);
    if (parsed.kind !== "path" || !(parsed.scheme === null || parsed.scheme === "file")) return false;
    return parsed.segments.some((segment, i) => experiments.has(segment) && isOwner(parsed.segments[i + 1]));
  });
}

function isOwner(segment: string | undefined): boolean {
  return segment === "models" || /^[0-9a-f]{32}$/.test(segment ?? "");
}

function shown(text: string): string {
  return text === "" ? "no place" : text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
