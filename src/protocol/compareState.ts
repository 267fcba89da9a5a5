import type { CompareState } from "./compare.ts";

/** What a comparison shows before anybody chose. */
export const FIRST_STATE: CompareState = {
  onlyDifferences: true,
  filter: "",
  order: null,
  runsAsRows: null,
  value: "last",
  tolerance: 0,
  goals: {},
};
