import {
  type Cells,
  CODED_CELLS,
  CODED_ROWS,
  cellColumns,
  type Ends,
  METRIC_CELLS,
  type Rows,
  RunTable,
  rowColumns,
} from "./table.ts";

const CELLS_OF: Readonly<Record<Ends, readonly (keyof Cells)[]>> = {
  paramsEnd: ["paramKey", "paramValue"],
  tagsEnd: ["tagKey", "tagValue"],
  metricsEnd: METRIC_CELLS,
  datasetsEnd: ["datasetName", "datasetDigest", "datasetContext"],
};

/** Gives texts new numbers as they come up, so that those of dead rows fall away. */
class Renumbering {
  readonly texts: string[] = [];
  readonly tails = new Map<number, string>();
  readonly #from: RunTable;
  readonly #codes: Int32Array;

  constructor(from: RunTable) {
    this.#from = from;
    this.#codes = new Int32Array(from.strings.size).fill(-1);
  }

  code(old: number): number {
    if (old < 0) return old;
    const known = this.#codes[old] ?? -1;
    if (known >= 0) return known;
    const code = this.texts.length;
    const { strings } = this.#from;
    const tail = strings.tails.get(old);
    this.#codes[old] = code;
    this.texts.push(strings.text(old));
    if (tail !== undefined) this.tails.set(code, tail);
    return code;
  }
}

/** The same table without its dead rows, and without those not to keep; texts that only they held go with them. */
export function compact(from: RunTable, keeps: (row: number) => boolean = () => true): RunTable {
  const rows = rowColumns();
  const cells = cellColumns();
  const numbers = new Renumbering(from);
  for (let row = 0; row < from.length; row++) {
    if (from.alive.at(row) && keeps(row)) copyRow(from, row, rows, cells, numbers);
  }
  const table = new RunTable();
  const { texts, tails } = numbers;
  table.append({ texts, tails, rows, cells, alive: new Uint8Array(rows.id.length).fill(1) });
  return table;
}

function copyRow(from: RunTable, row: number, rows: Rows, cells: Cells, numbers: Renumbering): void {
  for (const name of Object.keys(CELLS_OF) as Ends[]) copyCells(from, row, name, cells, numbers);
  for (const name of Object.keys(rows) as (keyof Rows)[]) {
    const value = from.rows[name].at(row);
    if (name in CELLS_OF) rows[name].push(cells[firstOf(name as Ends)].length);
    else rows[name].push(CODED_ROWS.has(name) ? numbers.code(value) : value);
  }
}

function firstOf(end: Ends): keyof Cells {
  return CELLS_OF[end][0] ?? "paramKey";
}

function copyCells(from: RunTable, row: number, end: Ends, cells: Cells, numbers: Renumbering): void {
  const [start, stop] = from.range(row, end);
  for (const name of CELLS_OF[end]) {
    for (let i = start; i < stop; i++) {
      const value = from.cells[name].at(i);
      cells[name].push(CODED_CELLS.has(name) ? numbers.code(value) : value);
    }
  }
}
