import { type RunRef, refKey } from "../../core/model/run.ts";

/** Pinned runs in the order a page asks for: only those already pinned, and those it does not name behind. */
export function arranged(pinned: readonly RunRef[], wanted: readonly RunRef[]): readonly RunRef[] {
  const known = new Map(pinned.map((ref) => [refKey(ref), ref]));
  const first = [...new Set(wanted.map(refKey))].flatMap((key) => known.get(key) ?? []);
  const named = new Set(first);
  return [...first, ...pinned.filter((ref) => !named.has(ref))];
}
