import type { Problem } from "../model/problem.ts";

/** A reader's problem, whose reason is a sentence's end, as a sentence of its own. */
export function conflictWords({ reason }: Pick<Problem, "reason">): string {
  return `The file ${reason}.`;
}
