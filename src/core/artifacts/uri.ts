/** What a URI or path in MLflow's metadata says: it is data of another machine, so never a place to open as it stands. */
export type ArtifactUri = PathUri | RunUri | ModelUri | UnknownUri | RefusedUri;

/** A path, or an address whose end is one (`s3://bucket/…`, `mlflow-artifacts:/…`). */
export interface PathUri {
  readonly kind: "path";
  /** Lower case; null for a plain path. */
  readonly scheme: string | null;
  /** Decoded once; none is empty, `.` or `..`, none holds a separator; without drive, host or bucket. */
  readonly segments: readonly string[];
  /** A path that was meant from the folder MLflow ran in. */
  readonly relative: boolean;
}

/** `runs:/<id>/<path>` */
export interface RunUri {
  readonly kind: "run";
  readonly runId: string;
  readonly segments: readonly string[];
}

/** `models:/m-…/<path>`, a logged model. */
export interface ModelUri {
  readonly kind: "model";
  readonly modelId: string;
  readonly segments: readonly string[];
}

/** A scheme that nothing is known of, or one that names no files (`models:/name/3`). */
export interface UnknownUri {
  readonly kind: "unknown";
  readonly scheme: string;
}

export interface RefusedUri {
  readonly kind: "refused";
  /** What is wrong with it, as the end of a sentence: `it …`. */
  readonly reason: string;
}

const LONGEST = 8192;
/** One letter before the colon is a drive. */
const SCHEME = /^([a-z][a-z0-9+.-]+):(.*)$/is;
/** Where MLflow keeps artifacts elsewhere than on a disk; what follows the host or bucket is a path like any other. */
const ADDRESSES = new Set(
  "mlflow-artifacts s3 s3a s3n r2 b2 gs wasb wasbs abfs abfss adl dbfs hdfs viewfs ftp sftp http https oss".split(" "),
);

/** Reads a URI or path in any of the forms found in real stores. `#` and `?` are ordinary characters, as MLflow writes them. */
export function parseArtifactUri(uri: string): ArtifactUri {
  if (uri === "") return refused("is empty");
  if (uri.length > LONGEST) return refused(`is longer than ${LONGEST} characters`);
  const [, name, rest] = SCHEME.exec(uri) ?? [];
  if (name === undefined || rest === undefined) return pathUri(null, uri);
  const scheme = name.toLowerCase();
  if (scheme === "file") return pathUri(scheme, rest);
  if (scheme === "runs" || scheme === "models") return namedUri(scheme, rest);
  if (!ADDRESSES.has(scheme)) return { kind: "unknown", scheme };
  return pathUri(scheme, rest.replace(/^[\\/]{2}[^\\/]*/, ""));
}

function refused(reason: string): RefusedUri {
  return { kind: "refused", reason };
}

function pathUri(scheme: string | null, text: string): PathUri | RefusedUri {
  const relative = (scheme === null || scheme === "file") && !/^([\\/]|[a-z]:)/i.test(text);
  const raw = split(text);
  // A relative artifact root may begin with `..`; what it leads to is looked for below the roots all the same.
  const from = relative ? raw.findIndex((segment) => segment !== "..") : 0;
  const segments = raw.slice(Math.max(from, 0)).map((segment) => (scheme === null ? segment : decodeOnce(segment)));
  const reason = faultOf(segments);
  if (reason) return refused(reason);
  return { kind: "path", scheme, segments: isDrive(segments[0]) ? segments.slice(1) : segments, relative };
}

function namedUri(scheme: "runs" | "models", text: string): ArtifactUri {
  const [id, ...segments] = split(text).map(decodeOnce);
  if (id === undefined) return refused("names nothing");
  const reason = faultOf([id, ...segments]);
  if (reason) return refused(reason);
  if (scheme === "runs") return { kind: "run", runId: id, segments };
  return /^m-[0-9a-f]{32}$/.test(id) ? { kind: "model", modelId: id, segments } : { kind: "unknown", scheme };
}

/** Both separators count on every system. */
function split(text: string): string[] {
  return text.split(/[\\/]/).filter((segment) => segment !== "" && segment !== ".");
}

/** Decoded once and never again: a second `%2e` stays as it is written. A lone `%` stands for itself. */
function decodeOnce(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function faultOf(segments: readonly string[]): string | null {
  if (segments.some((segment) => segment === ".." || segment === "." || segment === "")) return "leads upward";
  if (segments.some((segment) => /[\\/]/.test(segment))) return "hides a separator";
  return segments.some((segment) => segment.includes("\0")) ? "holds a NUL character" : null;
}

function isDrive(segment: string | undefined): boolean {
  return segment !== undefined && /^[a-z]:$/i.test(segment);
}
