import { Uri } from "vscode";
import type { RunRef } from "../../core/model/run.ts";
import type { RunRow } from "../../core/model/views.ts";
import { RUN_SCHEME } from "../base/names.ts";
import { printable } from "../tree/markdown.ts";

/**
 * The address of a run's page. Its last segment is the title of the tab, so the run's label stands there;
 * which run is meant is in the query.
 */
export function runUri(row: Pick<RunRow, "ref" | "label">): Uri {
  const { store, experiment, run } = row.ref;
  const query = new URLSearchParams({ store, experiment, run }).toString();
  return Uri.from({ scheme: RUN_SCHEME, path: `/${segment(row.label, run)}`, query });
}

/** A label as one path segment: no separators, nothing that paths treat specially. */
function segment(label: string, run: string): string {
  const text = printable(label).replaceAll("/", "\u2215").replaceAll("\\", "\u2216").trim();
  return text === "" || /^\.+$/.test(text) ? run.slice(0, 8) : text;
}

/** Null for an address that names no run. */
export function refOfUri(uri: Uri): RunRef | null {
  if (uri.scheme !== RUN_SCHEME) return null;
  const query = new URLSearchParams(uri.query);
  const [store, experiment, run] = [query.get("store"), query.get("experiment"), query.get("run")];
  return store === null || experiment === null || run === null ? null : { store, experiment, run };
}
