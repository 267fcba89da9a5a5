import { paramText } from "../../model/label.ts";
import { byNature } from "../../model/naturalOrder.ts";
import { incidental } from "../../model/telling.ts";
import type { ComparedValue, RunRow } from "../../model/views.ts";

/** Characters from which a value is a document, not a setting. */
const LONG = 40;
const UNTOLD = 100;
/** No label is longer than this, in UTF-16 units. */
const LABEL = 1e6;

/**
 * Params in the order in which they are worth naming: those that tell the runs from others of their experiments (in
 * their labels, then beside them); then by key as people count; then what differs in every run by nature (seeds, paths,
 * dates), and long values last.
 */
export function paramOrder(params: readonly ComparedValue[], runs: readonly RunRow[]): readonly ComparedValue[] {
  const ranks = new Map(params.map((param) => [param, toldBy(runs, param.key) ?? rankOf(param)]));
  return params.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) || byNature(a.key, b.key));
}

/** How early a run's label, or what stands beside it, says this param; null where none does. */
function toldBy(runs: readonly RunRow[], key: string): number | null {
  const text = paramText([{ key, value: "" }]);
  const places = runs.flatMap(({ label, telling }) => {
    const inLabel = label.indexOf(text);
    const beside = telling.findIndex((param) => param.key === key);
    return [...(inLabel < 0 ? [] : [inLabel / LABEL]), ...(beside < 0 ? [] : [1 + beside])];
  });
  return places.length === 0 ? null : Math.min(...places);
}

function rankOf({ key, values }: ComparedValue): number {
  if (values.some((value) => value !== null && value.length > LONG)) return UNTOLD + 2;
  return UNTOLD + incidental(key);
}
