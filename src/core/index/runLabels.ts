import { labelRuns, type RunLabel } from "../model/distinctLabels.ts";
import { shortId } from "../model/label.ts";
import { siblingsIn } from "./siblings.ts";
import type { RunTable } from "./table.ts";

/**
 * What the rows of one experiment are called. Labels of thousands of runs take a while: they are made when the first is
 * asked for, and taken over from the experiment as it was before where its runs were read again with other metrics alone.
 */
export class RunLabels {
  readonly #table: RunTable;
  readonly #all: Int32Array;
  readonly #active: Int32Array;
  #labels: ReadonlyMap<number, RunLabel> | null = null;
  /** Rows read again since, and those that are labelled in their place. */
  #labelledAs: ReadonlyMap<number, number> = new Map();

  /** `all` and `active` ascend. */
  constructor(table: RunTable, all: Int32Array, active: Int32Array, before: RunLabels | null = null) {
    this.#table = table;
    this.#all = all;
    this.#active = active;
    if (before !== null && before.#labels !== null) this.#takeOver(before, before.#labels);
  }

  of(row: number): RunLabel {
    this.#labels ??= labelRuns(siblingsIn(this.#table, this.#all, this.#active));
    const label = this.#labels.get(this.#labelledAs.get(row) ?? row);
    return label ?? { label: shortId(this.#table.strings.text(this.#table.rows.id.at(row))), telling: [] };
  }

  #takeOver(before: RunLabels, labels: ReadonlyMap<number, RunLabel>): void {
    const table = this.#table;
    const gone = new Map(without(before.#all, this.#all).map((row) => [table.rows.folder.at(row), row]));
    const added = without(this.#all, before.#all);
    if (added.length !== gone.size) return;
    const labelledAs = new Map(before.#labelledAs);
    for (const row of added) {
      const old = gone.get(table.rows.folder.at(row));
      if (old === undefined || !isNamedAlike(table, old, row)) return;
      labelledAs.set(row, labelledAs.get(old) ?? old);
      labelledAs.delete(old);
    }
    this.#labels = labels;
    this.#labelledAs = labelledAs;
  }
}

/** Of rows in ascending order those that are not among others in ascending order. */
function without(rows: Int32Array, others: Int32Array): number[] {
  const left: number[] = [];
  let at = 0;
  for (const row of rows) {
    while (at < others.length && (others[at] ?? 0) < row) at++;
    if (others[at] !== row) left.push(row);
  }
  return left;
}

/** Whether two rows have everything in common that labels are made of. */
function isNamedAlike(table: RunTable, a: number, b: number): boolean {
  const { rows, cells } = table;
  if (rows.id.at(a) !== rows.id.at(b) || rows.name.at(a) !== rows.name.at(b)) return false;
  if (table.isDeleted(a) !== table.isDeleted(b)) return false;
  const [fromA, toA] = table.range(a, "paramsEnd");
  const [fromB, toB] = table.range(b, "paramsEnd");
  if (toA - fromA !== toB - fromB) return false;
  for (let i = 0; i < toA - fromA; i++) {
    if (cells.paramKey.at(fromA + i) !== cells.paramKey.at(fromB + i)) return false;
    if (cells.paramValue.at(fromA + i) !== cells.paramValue.at(fromB + i)) return false;
  }
  return true;
}
