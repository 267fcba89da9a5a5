import { bestValue } from "../model/best.ts";
import { nameCounts } from "../model/label.ts";
import { primaryMetric } from "../model/primaryMetric.ts";
import { tellingKeys } from "../model/telling.ts";
import type { PrimaryMetric } from "../model/views.ts";
import { type Family, familyOf } from "./family.ts";
import { lastValues, metricUses } from "./metricColumn.ts";
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
  /** Keys of the params that tell runs apart, most telling first. */
  readonly telling: readonly string[];
  readonly names: ReadonlyMap<string, number>;
  readonly family: Family;
}

/** Params looked at to tell runs apart, the most used first: stores with thousands of keys exist. */
const PARAMS_COMPARED = 200;

/** Overviews of a table's experiments, made when asked for and kept until runs of that experiment change. */
export class Overviews {
  readonly #table: RunTable;
  readonly #made = new Map<string, { readonly version: number; readonly overview: Overview }>();
  #rows: { readonly version: number; readonly byExperiment: ReadonlyMap<number, number[]> } | null = null;

  constructor(table: RunTable) {
    this.#table = table;
  }

  of(experiment: string): Overview {
    const version = this.#table.changed(experiment);
    const known = this.#made.get(experiment);
    if (known?.version === version) return known.overview;
    const overview = overviewOf(this.#table, Int32Array.from(this.#rowsOf(experiment)));
    this.#made.set(experiment, { version, overview });
    return overview;
  }

  #rowsOf(experiment: string): readonly number[] {
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

function overviewOf(table: RunTable, rows: Int32Array): Overview {
  const active = rows.filter((row) => !table.isDeleted(row));
  const primary = primaryMetric(metricUses(table, active));
  const values = primary ? lastValues(table, active, primary.key).values : new Float64Array();
  const value = primary ? bestValue(values, primary.goal) : null;
  const { rows: columns, strings } = table;
  return {
    rows,
    active,
    primary,
    best: value === null ? null : { value, row: active[values.indexOf(value)] ?? -1 },
    isContest: value !== null && values.some((other) => Number.isFinite(other) && other !== value),
    telling: tellingKeys(active.length, paramColumns(table, active)),
    names: nameCounts(
      Array.from(rows, (row) => (columns.name.at(row) < 0 ? null : strings.text(columns.name.at(row)))),
    ),
    family: familyOf(
      rows,
      (row) => columns.id.at(row),
      (row) => columns.parent.at(row),
    ),
  };
}

function paramColumns(table: RunTable, rows: Int32Array): { key: string; codes: Int32Array }[] {
  const { paramKey, paramValue } = table.cells;
  const counts = new Map<number, number>();
  const each = (visit: (i: number, cell: number) => void): void => {
    for (let i = 0; i < rows.length; i++) {
      const [from, to] = table.range(rows[i] ?? 0, "paramsEnd");
      for (let cell = from; cell < to; cell++) visit(i, cell);
    }
  };
  each((_, cell) => counts.set(paramKey.at(cell), (counts.get(paramKey.at(cell)) ?? 0) + 1));
  const compared = [...counts].sort((a, b) => b[1] - a[1]).slice(0, PARAMS_COMPARED);
  const columns = new Map(compared.map(([key]) => [key, new Int32Array(rows.length).fill(-1)]));
  each((i, cell) => {
    const codes = columns.get(paramKey.at(cell));
    if (codes) codes[i] = paramValue.at(cell);
  });
  return [...columns].map(([key, codes]) => ({ key: table.strings.text(key), codes }));
}
