import { Uri } from "vscode";
import { shortId } from "../../core/model/label.ts";
import { type RunRef, refKey } from "../../core/model/run.ts";
import type { RunRow } from "../../core/model/views.ts";
import { NOTE_SCHEME, RUN_SCHEME } from "../base/names.ts";
import { shorten } from "../tree/markdown.ts";

/** Characters of a tab's title at most. */
const TITLE = 48;

/** The addresses of the pages that are open: a label may change, and a run must not open a second time because of it. */
const open = new Map<string, Uri>();

/**
 * The address of a run's page. Its last segment is the title of the tab, so the run's label stands there;
 * which run is meant is in the query.
 */
export function runUri(row: Pick<RunRow, "ref" | "label">): Uri {
  const held = open.get(refKey(row.ref));
  if (held !== undefined) return held;
  const { store, experiment, run } = row.ref;
  const query = new URLSearchParams({ store, experiment, run }).toString();
  return Uri.from({ scheme: RUN_SCHEME, path: `/${segment(row.label, run)}`, query });
}

/** A label as one path segment: no separators, nothing that paths treat specially. */
function segment(label: string, run: string): string {
  const text = shorten(label, TITLE).replaceAll("/", "\u2215").replaceAll("\\", "\u2216").trim();
  return text === "" || /^\.+$/.test(text) ? shortId(run) : text;
}

/** Keeps a run's address as it is while its page is open; returns what ends that. */
export function holdAddress(ref: RunRef, uri: Uri): () => void {
  open.set(refKey(ref), uri);
  return () => {
    if (open.get(refKey(ref)) === uri) open.delete(refKey(ref));
  };
}

/** Null for an address that names no run. */
export function refOfUri(uri: Uri): RunRef | null {
  if (uri.scheme !== RUN_SCHEME && uri.scheme !== NOTE_SCHEME) return null;
  const query = new URLSearchParams(uri.query);
  const [store, experiment, run] = [query.get("store"), query.get("experiment"), query.get("run")];
  return store === null || experiment === null || run === null ? null : { store, experiment, run };
}
