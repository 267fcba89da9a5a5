import type { Goal } from "../../../core/model/goal.ts";
import type { MetricSummary } from "../../../core/model/metric.ts";
import { type ExperimentBest, withRun } from "../../../core/verify/pipeline/best.ts";
import type { PipelineRuns } from "./pipelineRuns.ts";

/** What was read of runs that files name, and of their experiments. */
export class KnownRuns {
  readonly #runs: PipelineRuns;
  readonly #goal: (key: string) => Goal;
  readonly #signal: AbortSignal | undefined;
  readonly #metrics = new Map<string, readonly MetricSummary[]>();
  readonly #best = new Map<string, ExperimentBest>();

  constructor(runs: PipelineRuns, goal: (key: string) => Goal, signal: AbortSignal | undefined) {
    this.#runs = runs;
    this.#goal = goal;
    this.#signal = signal;
  }

  async read(run: string | null): Promise<void> {
    if (run === null || this.#metrics.has(run) || !this.#runs.has(run)) return;
    this.#metrics.set(run, (await this.#runs.record(run))?.metrics ?? []);
  }

  async readExperiment(run: string | null): Promise<void> {
    const experiment = run === null ? null : this.#runs.experimentOf(run);
    if (experiment === null || this.#best.has(experiment)) return;
    let best: ExperimentBest = new Map();
    for await (const record of this.#runs.records(experiment)) {
      this.#signal?.throwIfAborted();
      best = withRun(best, record, this.#goal);
    }
    this.#best.set(experiment, best);
  }

  readonly metricsOf = (run: string): readonly MetricSummary[] | null => this.#metrics.get(run) ?? null;

  readonly bestBeside = (run: string): ExperimentBest | null => {
    const experiment = this.#runs.experimentOf(run);
    return experiment === null ? null : (this.#best.get(experiment) ?? null);
  };
}
