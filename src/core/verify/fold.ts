import type { LocatedProblem, ProblemCode } from "../model/problem.ts";

/** Problems of one kind in one experiment of one store: the first speaks for the rest. */
export interface FoldedProblem {
  readonly code: ProblemCode;
  readonly first: LocatedProblem;
  readonly rest: readonly LocatedProblem[];
}

/** One for each store, experiment, severity and code, in the order found. */
export function foldProblems(problems: readonly LocatedProblem[]): FoldedProblem[] {
  const groups = new Map<string, LocatedProblem[]>();
  for (const found of problems) {
    const key = [found.store, found.experiment ?? "", found.severity, found.code].join("\n");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [found]);
    else group.push(found);
  }
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [{ code: first.code, first, rest }],
  );
}
