import type { PathUri } from "./uri.ts";

/** Where a URI's artifacts may lie below a root. */
export interface Tails {
  /** Ends of the path up to the owner's artifact folder, the longest first. */
  readonly tails: readonly (readonly string[])[];
  /** What the URI names inside that folder. */
  readonly below: readonly string[];
}

const NONE: Tails = { tails: [], below: [] };
/** A path of more segments is looked for by its last ones only. */
const MOST = 64;
/** Where `mlflow server` keeps what it serves as `mlflow-artifacts:` unless told otherwise. */
const SERVED_FROM = ["mlartifacts", "mlruns", "artifacts"];

/**
 * The ends of a path that may be tried below a root. None is shorter than `<id>/artifacts`, so that nothing is taken for
 * a run's that does not name it; a relative path without the id counts only as a whole.
 */
export function tailsOf(uri: PathUri, id: string | null): Tails {
  const { segments } = uri;
  const at = id === null ? -1 : anchorOf(segments, id);
  if (at === -1) return uri.relative && segments.length > 0 ? { tails: [segments], below: [] } : NONE;
  const whole = segments.slice(0, at + 2);
  const tails: (readonly string[])[] = [];
  for (let from = Math.max(0, at + 1 - MOST); from <= at; from++) {
    const tail = whole.slice(from);
    tails.push(tail);
    if (uri.scheme === "mlflow-artifacts" && from === 0) tails.push(...SERVED_FROM.map((name) => [name, ...tail]));
  }
  return { tails, below: segments.slice(at + 2) };
}

/** The last place where the id is followed by `artifacts`. */
function anchorOf(segments: readonly string[], id: string): number {
  for (let at = segments.length - 2; at >= 0; at--) {
    if (segments[at] === id && segments[at + 1] === "artifacts") return at;
  }
  return -1;
}
