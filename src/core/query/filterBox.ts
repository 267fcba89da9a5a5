/** What a filter box needs: its text understood, completed, and narrowed. */
export { type Completion, complete, type Suggestion } from "./completion.ts";
export { conditionFor, narrowed } from "./condition.ts";
export { type FilterText, filterOfWords, readFilterText } from "./filterText.ts";
export type { QueryProblem } from "./problem.ts";
