import type { Problem } from "../../core/model/problem.ts";

/** Problems of runs by where the run lies. */
export class RunProblems {
  readonly #byRun = new Map<string, Map<string, readonly Problem[]>>();

  set(experiment: string, run: string, problems: readonly Problem[]): void {
    const runs = this.#byRun.get(experiment);
    if (problems.length === 0) runs?.delete(run);
    else if (runs) runs.set(run, problems);
    else this.#byRun.set(experiment, new Map([[run, problems]]));
  }

  of(experiment: string, run: string): readonly Problem[] {
    return this.#byRun.get(experiment)?.get(run) ?? [];
  }

  /** How many an experiment's runs have. */
  count(experiment: string): number {
    let count = 0;
    for (const problems of this.#byRun.get(experiment)?.values() ?? []) count += problems.length;
    return count;
  }

  *all(): Generator<readonly [experiment: string, run: string, problems: readonly Problem[]]> {
    for (const [experiment, runs] of this.#byRun) for (const [run, problems] of runs) yield [experiment, run, problems];
  }
}
