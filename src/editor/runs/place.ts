import type { RunRef } from "../../core/model/run.ts";
import type { RunsPlace } from "../../protocol/runs.ts";

/** Experiments of a place made from runs at most. */
const MOST = 50;

/** Where runs are from, for a table beside their comparison; null where they are of several stores. */
export function placeOf(refs: readonly RunRef[]): RunsPlace | null {
  const [first] = refs;
  if (first === undefined || refs.some(({ store }) => store !== first.store)) return null;
  const experiments = [...new Set(refs.map(({ experiment }) => experiment))];
  return { store: first.store, experiments: experiments.length > MOST ? null : experiments };
}

/** The same text for the same place, in whatever order its experiments are named. */
export function placeKey({ store, experiments }: RunsPlace): string {
  return JSON.stringify([store, experiments === null ? null : [...new Set(experiments)].sort()]);
}

export function samePlace(a: RunsPlace, b: RunsPlace): boolean {
  return placeKey(a) === placeKey(b);
}
