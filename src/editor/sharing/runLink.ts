import { type RunRef, refKey } from "../../core/model/run.ts";
import type { Pins } from "../../protocol/runs.ts";

/** Runs that one link names: more would be longer than systems take for an address. */
export const MOST_LINKED = 50;

/** Of an address of ours: it opens a run, or the comparison of several. */
export const LINK_PATH = "/runs";

/** A store as people of one repository call it, wherever it lies on their machines. */
export interface NamedStore {
  readonly key: string;
  readonly name: string;
}

/** Stores by their place below the folders of the workspace; one that lies elsewhere by its own path. */
export function namedStores(keys: readonly string[], relative: (key: string) => string): readonly NamedStore[] {
  return keys.map((key) => ({ key, name: relative(key).replaceAll("\\", "/") }));
}

/**
 * The query of a link: `store` by name for each store, then `run` for each run as its store's place among these, its
 * experiment and its folder, each percent-encoded, with commas between.
 */
export function linkQuery({ refs, baseline }: Pins, stores: readonly NamedStore[]): string {
  const used = [...new Set(refs.map(({ store }) => store))];
  const names = used.map((key) => stores.find((store) => store.key === key)?.name ?? key);
  const query = new URLSearchParams(names.map((name) => ["store", name]));
  for (const { store, experiment, run } of refs) {
    query.append("run", [String(used.indexOf(store)), experiment, run].map(encodeURIComponent).join(","));
  }
  const place = baseline === null ? -1 : refs.findIndex((ref) => refKey(ref) === refKey(baseline));
  if (place > 0) query.append("baseline", String(place));
  return query.toString();
}

/** What a link asks for, or in which store of another name it looks. */
export type LinkTarget =
  | { readonly kind: "pins"; readonly pins: Pins }
  | { readonly kind: "unknown"; readonly store: string }
  | { readonly kind: "nothing" };

/** Reads a link: it names stores that are open here, and nothing else is ever opened. */
export function readLink(query: string, stores: readonly NamedStore[]): LinkTarget {
  const given = new URLSearchParams(query);
  const named = given.getAll("store").slice(0, MOST_LINKED);
  const keys = named.map((name) => stores.find((store) => store.name === name)?.key ?? null);
  const missing = keys.indexOf(null);
  if (missing >= 0) return { kind: "unknown", store: named[missing] ?? "" };
  const refs = given
    .getAll("run")
    .slice(0, MOST_LINKED)
    .flatMap((text) => refOf(text, keys));
  const baseline = refs[Number(given.get("baseline") ?? Number.NaN)] ?? null;
  return refs.length === 0 ? { kind: "nothing" } : { kind: "pins", pins: { refs, baseline } };
}

function refOf(text: string, keys: readonly (string | null)[]): RunRef[] {
  const [place, experiment, run, ...others] = text.split(",").map(decoded);
  const store = keys[Number(place ?? Number.NaN)] ?? null;
  if (store === null || !experiment || !run || others.length > 0) return [];
  return [{ store, experiment, run }];
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
