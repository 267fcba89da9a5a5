import { BEGINNING_KEPT, TEXTS_KEPT } from "../../core/index/dictionary.ts";
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
  const unknown = advice.unknown || (text.trim() === "" ? "" : unseenOf(indices));
  return { ...advice, unknown, found: advice.problem === null ? count(text) : null, all: count("") };
}

/** What filters do not look at, where a store holds too much text. */
function unseenOf(indices: readonly StoreIndex[]): string {
  if (!indices.some(({ table }) => table.strings.isFull)) return "";
  const most = `${TEXTS_KEPT >> 20} million characters`;
  return `A store holds more than ${most} of text: of values read after these, LIKE and words look at the first ${BEGINNING_KEPT}.`;
}

function selectionOf({ ref }: StoreIndex, filter: string) {
  const order = { by: "start", descending: true } as const;
  return { store: ref.key, experiments: null, filter, lifecycle: "active", order } as const;
}
