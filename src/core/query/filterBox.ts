/** What a filter box needs: its text understood, and completed. */
export { type Completion, complete, type Suggestion } from "./completion.ts";
export { type FilterText, filterOfWords, readFilterText } from "./filterText.ts";
export type { QueryProblem } from "./problem.ts";
