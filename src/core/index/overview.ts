import { bestValue } from "../model/best.ts";
import type { RunLabel } from "../model/distinctLabels.ts";
import { GUESSING, type Judging, statedPrimary } from "../model/judging.ts";
import type { MetricUse } from "../model/primaryMetric.ts";
import type { PrimaryMetric } from "../model/views.ts";
import { type Family, familyOf } from "./family.ts";
import { lastValues, metricUses } from "./metricColumn.ts";
import { RunLabels } from "./runLabels.ts";
import type { RunTable } from "./table.ts";

/** What the runs of one experiment have in common, from which labels and marks follow. */
export interface Overview {
  /** Live rows of the experiment; those that are not deleted apart. */
  readonly rows: Int32Array;
  readonly active: Int32Array;
  readonly primary: PrimaryMetric | null;
  /** Best last value of the primary metric among the active; null where the goal is unknown or nobody has it. */
  readonly best: { readonly value: number; readonly row: number } | null;
  /** Whether the best is one of several that differ, so that marking it says something. */
  readonly isContest: boolean;
  /** What a row is called among its siblings. */
  label(row: number): RunLabel;
  readonly family: Family;
}

interface Made {
  readonly version: number;
  readonly overview: Overview;
  readonly labels: RunLabels;
}

/** Overviews of a table's experiments, made when asked for and kept until runs of that experiment change. */
export class Overviews {
  readonly #table: RunTable;
  readonly #made = new Map<string, Made>();
  #rows: { readonly version: number; readonly byExperiment: ReadonlyMap<number, number[]> } | null = null;

  readonly #judging: Judging;
  readonly #nameOf: (experiment: string) => string;

  /** `nameOf`: the name of an experiment by its folder, under which people speak of it. */
  constructor(
    table: RunTable,
    judging: Judging = GUESSING,
    nameOf: (experiment: string) => string = (folder) => folder,
  ) {
    this.#table = table;
    this.#judging = judging;
    this.#nameOf = nameOf;
  }

  of(experiment: string): Overview {
    const version = this.#table.changed(experiment);
    const known = this.#made.get(experiment);
    if (known?.version === version) return known.overview;
    const judge = (uses: Iterable<MetricUse>) => statedPrimary(this.#judging, this.#nameOf(experiment), uses);
    const rows = Int32Array.from(this.rowsOf(experiment));
    const active = rows.filter((row) => !this.#table.isDeleted(row));
    const labels = new RunLabels(this.#table, rows, active, known?.labels);
    const overview = overviewOf(this.#table, rows, active, labels, judge);
    this.#made.set(experiment, { version, overview, labels });
    return overview;
  }

  /** Live rows of an experiment. */
  rowsOf(experiment: string): readonly number[] {
    const table = this.#table;
    if (this.#rows?.version !== table.version) {
      const byExperiment = new Map<number, number[]>();
      for (let row = 0; row < table.length; row++) {
        if (!table.alive.at(row)) continue;
        const code = table.rows.experiment.at(row);
        const rows = byExperiment.get(code);
        if (rows) rows.push(row);
        else byExperiment.set(code, [row]);
      }
      this.#rows = { version: table.version, byExperiment };
    }
    return this.#rows.byExperiment.get(table.strings.find(experiment)) ?? [];
  }
}

function overviewOf(
  table: RunTable,
  rows: Int32Array,
  active: Int32Array,
  labels: RunLabels,
  judge: (uses: Iterable<MetricUse>) => PrimaryMetric | null,
): Overview {
  const primary = judge(metricUses(table, active));
  const values = primary ? lastValues(table, active, primary.key).values : new Float64Array();
  const value = primary ? bestValue(values, primary.goal) : null;
  const { id, parent } = table.rows;
  return {
    rows,
    active,
    primary,
    best: value === null ? null : { value, row: active[values.indexOf(value)] ?? -1 },
    isContest: value !== null && values.some((other) => Number.isFinite(other) && other !== value),
    label: (row) => labels.of(row),
    family: familyOf(
      rows,
      (row) => id.at(row),
      (row) => parent.at(row),
    ),
  };
}
