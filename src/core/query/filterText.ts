import type { RunKeys } from "../model/views.ts";
import type { QueryProblem } from "./problem.ts";

/** What a person wrote into a filter box. */
export type FilterText =
  | { readonly kind: "all" }
  /** Each is looked for in names, ids, params and tags; all must be found. */
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "expression" }
  | { readonly kind: "invalid"; readonly problem: QueryProblem };

/** Understands the text of a filter box; `keys`, where known, make better suggestions. */
export function readFilterText(text: string, _keys: RunKeys | null = null): FilterText {
  const words = text.split(/\s+/).filter(Boolean);
  return words.length === 0 ? { kind: "all" } : { kind: "words", words };
}
