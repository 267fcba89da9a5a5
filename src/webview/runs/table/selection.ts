import { type RunRef, refKey } from "../../../core/model/run.ts";

type Refs = ReadonlyMap<string, RunRef>;

/** Selected runs: those named, or all that the table has but some. */
export type Selection =
  | { readonly kind: "some"; readonly refs: Refs }
  | { readonly kind: "all"; readonly except: Refs };

export const NOTHING: Selection = { kind: "some", refs: new Map() };
export const EVERYTHING: Selection = { kind: "all", except: new Map() };

export function selectionOf(refs: readonly RunRef[]): Selection {
  return { kind: "some", refs: byKey(refs) };
}

export function isSelected(selection: Selection, ref: RunRef): boolean {
  const key = refKey(ref);
  return selection.kind === "some" ? selection.refs.has(key) : !selection.except.has(key);
}

/** How many are selected of so many runs. */
export function selectedCount(selection: Selection, runs: number): number {
  return selection.kind === "some" ? selection.refs.size : Math.max(0, runs - selection.except.size);
}

/** Selects these where one of them was not, else none of them. */
export function toggled(selection: Selection, refs: readonly RunRef[]): Selection {
  const selects = refs.some((ref) => !isSelected(selection, ref));
  if (selection.kind === "some") return { kind: "some", refs: changed(selection.refs, refs, selects) };
  return { kind: "all", except: changed(selection.except, refs, !selects) };
}

/** These as well. */
export function extended(selection: Selection, refs: readonly RunRef[]): Selection {
  if (selection.kind === "some") return { kind: "some", refs: changed(selection.refs, refs, true) };
  return { kind: "all", except: changed(selection.except, refs, false) };
}

function changed(map: Refs, refs: readonly RunRef[], isIn: boolean): Refs {
  const next = new Map(map);
  for (const ref of refs) {
    if (isIn) next.set(refKey(ref), ref);
    else next.delete(refKey(ref));
  }
  return next;
}

function byKey(refs: readonly RunRef[]): Refs {
  return new Map(refs.map((ref) => [refKey(ref), ref]));
}
