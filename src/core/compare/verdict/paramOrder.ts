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
 * their labels, then beside them); then by key as people count; then those that not all runs have, then what differs
 * in every run by nature (seeds, paths, dates), and long values last.
 */
export function paramOrder(params: readonly ComparedValue[], runs: readonly RunRow[]): readonly ComparedValue[] {
  const told = toldPlaces(runs);
  const ranked = params.map((param) => ({ param, rank: told(param.key) ?? rankOf(param) }));
  return ranked.sort((a, b) => a.rank - b.rank || byNature(a.param.key, b.param.key)).map(({ param }) => param);
}

/** How early a run's label, or what stands beside it, says a param; null where none does. */
function toldPlaces(runs: readonly RunRow[]): (key: string) => number | null {
  const labels = runs.map(({ label }) => label).filter((label) => label.includes("="));
  const beside = new Map<string, number>();
  for (const { telling } of runs) {
    for (const [place, { key }] of telling.entries())
      beside.set(key, Math.min(1 + place, beside.get(key) ?? 1 + place));
  }
  return (key) => {
    const text = paramText([{ key, value: "" }]);
    const places = labels.map((label) => label.indexOf(text)).filter((place) => place >= 0);
    if (places.length > 0) return places.reduce((least, place) => Math.min(least, place)) / LABEL;
    return beside.get(key) ?? null;
  };
}

function rankOf({ key, values }: ComparedValue): number {
  if (values.some((value) => value !== null && value.length > LONG)) return UNTOLD + 3;
  if (incidental(key) > 0) return UNTOLD + 2;
  return UNTOLD + (values.includes(null) ? 1 : 0);
}
