import { CONTEXT_TAG, RUN_STATUSES, type RunRecord } from "../model/run.ts";
import type { KeyValue } from "../model/text.ts";
import { textOf } from "../model/text.ts";
import { bytes, type Column, floats, ints, type Numbers } from "./column.ts";
import { Dictionary, TEXT_KEPT } from "./dictionary.ts";

const DELETED = 1;
const READABLE = 2;

/** Columns with one entry a row. Codes are of the dictionary, -1 where there is none; times in ms, NaN where none. */
export function rowColumns() {
  return {
    experiment: ints(),
    folder: ints(),
    id: ints(),
    name: ints(),
    user: ints(),
    parent: ints(),
    status: bytes(),
    flags: bytes(),
    start: floats(),
    end: floats(),
    /** Newest timestamp of a metric. */
    newest: floats(),
    problems: ints(),
    models: ints(),
    /** The URI with `ID_PLACE` where it holds the run's id, so that runs of one place share it. */
    artifactUri: ints(),
    /** Digest of the sizes and times of its files; NaN until they were compared. */
    digest: floats(),
    paramsEnd: ints(),
    tagsEnd: ints(),
    metricsEnd: ints(),
    datasetsEnd: ints(),
  };
}

/** Columns with one entry a param, tag, metric or dataset; the row's end columns say which are whose. */
export function cellColumns() {
  return {
    paramKey: ints(),
    paramValue: ints(),
    tagKey: ints(),
    tagValue: ints(),
    metricKey: ints(),
    last: floats(),
    timestamp: floats(),
    step: floats(),
    first: floats(),
    min: floats(),
    max: floats(),
    count: ints(),
    datasetName: ints(),
    datasetDigest: ints(),
    datasetContext: ints(),
  };
}

/** Stands for the run's id; no text holds it otherwise. */
const ID_PLACE = "\u0000id\u0000";

export type Ends = "paramsEnd" | "tagsEnd" | "metricsEnd" | "datasetsEnd";

/** The columns with one entry a metric. */
export const METRIC_CELLS = ["metricKey", "last", "timestamp", "step", "first", "min", "max", "count"] as const;

export type Rows = ReturnType<typeof rowColumns>;
export type Cells = ReturnType<typeof cellColumns>;

/** The columns of some runs with the texts that they mean. */
export interface RunColumns {
  readonly texts: readonly string[];
  /** What tells texts that are cut apart, by their code. */
  readonly tails: ReadonlyMap<number, string>;
  readonly rows: Rows;
  readonly cells: Cells;
  readonly alive: Uint8Array;
}

/**
 * Runs as columns. Rows are only ever appended: a run read again becomes a new row and its old one is dead, so that a
 * change costs one row. `compact` drops the dead.
 */
export class RunTable {
  readonly strings: Dictionary;
  readonly rows: Rows = rowColumns();
  readonly cells: Cells = cellColumns();
  readonly #rowColumns: readonly Column<Numbers>[] = Object.values(this.rows);
  readonly #metricColumns: readonly Column<Numbers>[] = METRIC_CELLS.map((name) => this.cells[name]);
  /** 1 where the row stands for its run. */
  readonly alive = bytes();
  /** Row of a run by experiment and folder code. */
  readonly #byFolder = new Map<number, number>();
  #dead = 0;
  /** Grows with every change; what is derived from the table is good for one version. */
  version = 0;
  /** The version at which an experiment's runs last changed, by the code of its folder. */
  readonly #changes = new Map<number, number>();

  constructor(strings = new Dictionary()) {
    this.strings = strings;
  }

  /** Rows, the dead among them. */
  get length(): number {
    return this.alive.length;
  }

  get liveRows(): number {
    return this.length - this.#dead;
  }

  /** The row of a run; -1 where it is not known. */
  rowOf(experiment: string, folder: string): number {
    return this.#byFolder.get(this.#key(this.strings.find(experiment), this.strings.find(folder))) ?? -1;
  }

  /** The version at which runs of this experiment last came, changed or went; 0 where there never were any. */
  changed(experiment: string): number {
    return this.#changes.get(this.strings.find(experiment)) ?? 0;
  }

  put(record: RunRecord, digest = Number.NaN): number {
    const { rows, strings } = this;
    const { info } = record;
    const row = this.alive.length;
    for (const column of this.#rowColumns) column.extend(1);
    rows.experiment.data[row] = strings.code(info.experiment);
    rows.folder.data[row] = strings.code(info.folder);
    rows.id.data[row] = strings.code(info.id);
    rows.name.data[row] = info.name === null ? -1 : strings.value(info.name, TEXT_KEPT);
    rows.user.data[row] = strings.value(info.user, TEXT_KEPT);
    const parent = textOf(record.tags, "mlflow.parentRunId");
    rows.parent.data[row] = parent ? strings.value(parent, TEXT_KEPT) : -1;
    rows.status.data[row] = RUN_STATUSES.indexOf(info.status);
    rows.flags.data[row] = (info.lifecycle === "deleted" ? DELETED : 0) | (info.readable ? READABLE : 0);
    rows.start.data[row] = info.start ?? Number.NaN;
    rows.end.data[row] = info.end ?? Number.NaN;
    rows.problems.data[row] = record.problems.length;
    rows.artifactUri.data[row] = strings.value(info.artifactUri.replace(info.id, ID_PLACE), TEXT_KEPT);
    rows.models.data[row] = record.modelInputs.length + record.modelOutputs.length;
    rows.digest.data[row] = digest;
    const { paramKey, paramValue, tagKey, tagValue } = this.cells;
    rows.paramsEnd.data[row] = this.#texts(record.params, paramKey, paramValue);
    rows.tagsEnd.data[row] = this.#texts(record.tags, tagKey, tagValue);
    rows.datasetsEnd.data[row] = this.#datasets(record);
    rows.newest.data[row] = this.#metrics(record);
    rows.metricsEnd.data[row] = this.cells.metricKey.length;
    return this.#adopt(row);
  }

  /** Appends the rows of another table, whose codes are its own. */
  append(part: RunColumns): void {
    const codes = this.#codesOf(part);
    // A snapshot's texts keep their numbers.
    const isSame = codes.every((code, i) => code === i);
    const recode = (column: Int32Array): Int32Array =>
      isSame ? column : column.map((code) => (code < 0 ? code : (codes[code] ?? -1)));
    const ends = {
      paramsEnd: this.cells.paramKey.length,
      tagsEnd: this.cells.tagKey.length,
      metricsEnd: this.cells.metricKey.length,
      datasetsEnd: this.cells.datasetName.length,
    };
    for (const name of Object.keys(this.rows) as (keyof Rows)[]) {
      const column = part.rows[name].filled();
      if (CODED_ROWS.has(name)) this.rows[name].append(recode(column as Int32Array));
      else if (name in ends)
        this.rows[name].append((column as Int32Array).map((end) => end + ends[name as keyof typeof ends]));
      else this.rows[name].append(column);
    }
    for (const name of Object.keys(this.cells) as (keyof Cells)[]) {
      const column = part.cells[name].filled();
      this.cells[name].append(CODED_CELLS.has(name) ? recode(column as Int32Array) : column);
    }
    for (let i = 0; i < part.alive.length; i++) {
      if (part.alive[i]) this.#adopt(this.alive.length);
      else {
        this.alive.push(0);
        this.#dead++;
      }
    }
  }

  remove(row: number): void {
    if (!this.alive.at(row)) return;
    this.alive.data[row] = 0;
    this.#dead++;
    this.#byFolder.delete(this.#key(this.rows.experiment.at(row), this.rows.folder.at(row)));
    this.#changes.set(this.rows.experiment.at(row), ++this.version);
  }

  /** Whether dead rows take more room than they are worth. */
  get isSparse(): boolean {
    return this.#dead > 256 && this.#dead > this.length / 2;
  }

  isDeleted(row: number): boolean {
    return (this.rows.flags.at(row) & DELETED) !== 0;
  }

  isReadable(row: number): boolean {
    return (this.rows.flags.at(row) & READABLE) !== 0;
  }

  artifactUri(row: number): string {
    return this.strings
      .text(this.rows.artifactUri.at(row))
      .replace(ID_PLACE, () => this.strings.text(this.rows.id.at(row)));
  }

  /** Cells of a row: `[from, to)` of the columns of its kind. */
  range(row: number, ends: Ends): readonly [number, number] {
    return [row === 0 ? 0 : this.rows[ends].at(row - 1), this.rows[ends].at(row)];
  }

  /** The codes here of another table's texts. */
  #codesOf(part: RunColumns): Int32Array {
    const { strings } = this;
    const { texts, tails } = part;
    const mayCut = valuesAlone(part);
    return Int32Array.from(texts, (text, code) => {
      const tail = tails.get(code);
      if (tail !== undefined) return strings.cut(text, tail);
      return mayCut[code] ? strings.value(text) : strings.code(text);
    });
  }

  /** Appends params or tags; where they end. */
  #texts(entries: readonly KeyValue[], keys: Cells["paramKey"], values: Cells["paramValue"]): number {
    let at = keys.length;
    const keyCodes = keys.extend(entries.length);
    const valueCodes = values.extend(entries.length);
    for (const { key, value } of entries) {
      keyCodes[at] = this.strings.code(key);
      valueCodes[at++] = this.strings.value(value);
    }
    return at;
  }

  /** Appends the datasets; where they end. */
  #datasets({ datasets }: RunRecord): number {
    const { cells, strings } = this;
    for (const { name, digest, tags } of datasets) {
      const context = textOf(tags, CONTEXT_TAG);
      cells.datasetName.push(strings.value(name));
      cells.datasetDigest.push(strings.value(digest));
      cells.datasetContext.push(context === null ? -1 : strings.value(context));
    }
    return cells.datasetName.length;
  }

  /** Appends the metrics; the newest of their timestamps. */
  #metrics({ metrics }: RunRecord): number {
    const { cells, strings } = this;
    let at = cells.metricKey.length;
    for (const column of this.#metricColumns) column.extend(metrics.length);
    const { metricKey, last, timestamp, step, first, min, max, count } = cells;
    let newest = Number.NaN;
    for (const metric of metrics) {
      metricKey.data[at] = strings.code(metric.key);
      last.data[at] = metric.last.value;
      timestamp.data[at] = metric.last.timestamp;
      step.data[at] = metric.last.step;
      first.data[at] = metric.first;
      min.data[at] = metric.min;
      max.data[at] = metric.max;
      count.data[at++] = metric.count;
      if (!(newest >= metric.last.timestamp)) newest = metric.last.timestamp;
    }
    return newest;
  }

  /** Makes a row stand for its run. */
  #adopt(row: number): number {
    this.alive.push(1);
    const key = this.#key(this.rows.experiment.at(row), this.rows.folder.at(row));
    const old = this.#byFolder.get(key);
    if (old !== undefined) {
      this.alive.data[old] = 0;
      this.#dead++;
    }
    this.#byFolder.set(key, row);
    this.#changes.set(this.rows.experiment.at(row), ++this.version);
    return row;
  }

  /** Both codes as one number: neither reaches 2^26, and the whole stays below 2^53. */
  #key(experiment: number, folder: number): number {
    return experiment * 2 ** 26 + folder;
  }
}

/** 1 for each text that only params and tags have as their value: it may be cut. */
function valuesAlone({ texts, rows, cells }: RunColumns): Uint8Array {
  const alone = new Uint8Array(texts.length);
  const mark = ({ data, length }: Column<Numbers>, as: 0 | 1): void => {
    for (let i = 0; i < length; i++) alone[data[i] ?? 0] = as;
  };
  mark(cells.paramValue, 1);
  mark(cells.tagValue, 1);
  for (const column of [cells.paramKey, cells.tagKey, cells.metricKey]) mark(column, 0);
  for (const column of [rows.experiment, rows.folder, rows.id, rows.name, rows.parent]) mark(column, 0);
  return alone;
}

/** Columns that hold codes of the dictionary. */
export const CODED_ROWS: ReadonlySet<string> = new Set([
  ...["experiment", "folder", "id", "name", "user", "parent", "artifactUri"],
]);
export const CODED_CELLS: ReadonlySet<string> = new Set([
  ...["paramKey", "paramValue", "tagKey", "tagValue", "metricKey", "datasetName", "datasetDigest", "datasetContext"],
]);
