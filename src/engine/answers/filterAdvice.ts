import { matching } from "../../core/index/select.ts";
import type { FilterAdvice } from "../../core/model/filterAdvice.ts";
import { adviceOn } from "../../core/query/filterAdvice.ts";
import { joinKeys } from "../../core/query/joinKeys.ts";
import type { StoreIndex } from "../indexing/storeIndex.ts";
import { runKeys, selectContext } from "./storeAnswers.ts";

/** What a filter box over several stores can say of its text. */
export function filterAdvice(indices: readonly StoreIndex[], text: string): FilterAdvice {
  const advice = adviceOn(text, joinKeys(indices.map((index) => runKeys(index, null))), Date.now());
  const count = (filter: string): number =>
    indices.reduce((sum, index) => sum + matching(selectContext(index), selectionOf(index, filter)).length, 0);
  return { ...advice, found: advice.problem === null ? count(text) : null, all: count("") };
}

function selectionOf({ ref }: StoreIndex, filter: string) {
  const order = { by: "start", descending: true } as const;
  return { store: ref.key, experiments: null, filter, lifecycle: "active", order } as const;
}
