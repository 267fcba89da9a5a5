/** What a filter box needs: its text understood, completed, and narrowed. */
export { type Completion, complete, type Suggestion } from "./completion.ts";
export { conditionFor } from "./condition.ts";
export { filterOfWords } from "./filterOfWords.ts";
export { type FilterText, readFilterText } from "./filterText.ts";
export { narrowed } from "./narrow.ts";
export type { QueryProblem } from "./problem.ts";
