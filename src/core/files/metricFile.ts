import type { MetricHistory, MetricPoint, MetricSummary } from "../model/metric.ts";
import { type Problem, problem } from "../model/problem.ts";
import { decode, leftoverReason } from "./bytes.ts";
import { LIMITS } from "./limits.ts";
import { NumberScanner, pythonFloat, pythonInt } from "./numbers.ts";
import type { Bytes } from "./scan.ts";

export interface MetricFile {
  /** Null where not one line could be read. */
  readonly summary: MetricSummary | null;
  /** Null unless asked for. */
  readonly history: MetricHistory | null;
  readonly problems: readonly Problem[];
}

const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;

const scanner = new NumberScanner();

/** Reads the bytes of a metric file: one point a line, `timestamp value [step [dataset digest]]`. */
export function readMetric(key: string, path: string, file: Bytes, withHistory: boolean): MetricFile {
  const reading = new MetricReading(path, file, withHistory);
  if (file.start === file.end) reading.refuse(problem("empty", path, "is empty: a metric has at least one line"));
  else reading.lines();
  return reading.result(key);
}

/** One pass over the lines; plain lines are read from the bytes, all others as text. */
class MetricReading {
  readonly #path: string;
  readonly #data: Uint8Array;
  readonly #start: number;
  readonly #end: number;
  readonly #points: { values: number[]; timestamps: number[]; steps: number[] } | null;
  readonly #problems: Problem[] = [];
  #unreported = 0;
  #count = 0;
  #last: { value: number; timestamp: number; step: number } = { value: 0, timestamp: 0, step: 0 };
  #first = 0;
  #min = Number.NaN;
  #max = Number.NaN;
  /** Fields of the last line read, to tell a line cut short from the two-field lines of 0.x. */
  #fields = 0;

  constructor(path: string, file: Bytes, withHistory: boolean) {
    this.#path = path;
    this.#data = file.data;
    this.#start = file.start;
    this.#end = file.end;
    this.#points = withHistory ? { values: [], timestamps: [], steps: [] } : null;
  }

  lines(): void {
    const data = this.#data;
    let line = 1;
    for (let at = this.#start; at < this.#end; line++) {
      const newline = data.indexOf(NEWLINE, at);
      const isLast = newline < 0 || newline >= this.#end;
      const next = isLast ? this.#end : newline;
      const stop = next > at && data[next - 1] === RETURN ? next - 1 : next;
      if (isLast || !this.#plain(at, stop)) this.#odd(line, at, stop, isLast);
      at = next + 1;
    }
  }

  /** `digits value digits` and nothing else; false leaves the line to `#odd`. */
  #plain(from: number, stop: number): boolean {
    const data = this.#data;
    const timestamp = scanner.integer(data, from, stop);
    if (!scanner.ok || data[scanner.end] !== SPACE) return false;
    const value = scanner.float(data, scanner.end + 1, stop);
    if (!scanner.ok || data[scanner.end] !== SPACE) return false;
    const step = scanner.integer(data, scanner.end + 1, stop);
    if (!scanner.ok || scanner.end !== stop) return false;
    this.#fields = 3;
    this.#add(value, timestamp, step);
    return true;
  }

  #odd(line: number, from: number, stop: number, isLast: boolean): void {
    if (stop - from > 4096) {
      this.#complain(line, "is too long to be a metric line");
      return;
    }
    const text = decode(this.#data, from, stop);
    const fields = text.split(" ");
    if (isLast && fields.length < Math.min(this.#fields, 3)) {
      this.#complain(line, "is cut short: the last write did not finish");
      return;
    }
    const point = parsePoint(fields);
    if (typeof point === "string") {
      this.#complain(line, point);
      return;
    }
    this.#fields = fields.length;
    if (fields.length === 4 || fields.length > 5) {
      this.#complain(line, `has ${fields.length} fields, which MLflow refuses; its value was read`, "warning");
    }
    this.#add(point.value, point.timestamp, point.step);
  }

  #complain(line: number, what: string, severity: Problem["severity"] = "error"): void {
    if (this.#problems.length >= LIMITS.problemsPerFile) {
      this.#unreported++;
      return;
    }
    const conflict = what === CONFLICT;
    const reason = conflict ? leftoverReason("conflict") : `line ${line} ${what}`;
    if (conflict && this.#problems.some((known) => known.code === "conflict")) return;
    this.#problems.push(problem(conflict ? "conflict" : "metric-line", this.#path, reason, line, severity));
  }

  refuse(found: Problem): void {
    this.#problems.push(found);
  }

  #add(value: number, timestamp: number, step: number): void {
    const last = this.#last;
    if (this.#count === 0) this.#first = value;
    if (this.#count === 0 || isLaterThan(last, value, timestamp, step)) {
      last.value = value;
      last.timestamp = timestamp;
      last.step = step;
    }
    // Comparisons with NaN are false: the first real number replaces it, and a NaN replaces nothing.
    if (value < this.#min || this.#min !== this.#min) this.#min = value;
    if (value > this.#max || this.#max !== this.#max) this.#max = value;
    this.#count++;
    if (this.#points) {
      this.#points.values.push(value);
      this.#points.timestamps.push(timestamp);
      this.#points.steps.push(step);
    }
  }

  result(key: string): MetricFile {
    if (this.#unreported > 0) {
      const reason = `${this.#unreported} more lines of this file cannot be read`;
      this.#problems.push(problem("metric-line", this.#path, reason));
    }
    if (this.#count === 0) return { summary: null, history: null, problems: this.#problems };
    const summary: MetricSummary = {
      key,
      last: this.#last,
      first: this.#first,
      min: this.#min,
      max: this.#max,
      count: this.#count,
    };
    const points = this.#points;
    const history = points && {
      key,
      values: Float64Array.from(points.values),
      timestamps: Float64Array.from(points.timestamps),
      steps: Float64Array.from(points.steps),
    };
    return { summary, history, problems: this.#problems };
  }
}

/** `isLater` of the model without an object a line. */
function isLaterThan(last: MetricPoint, value: number, timestamp: number, step: number): boolean {
  if (step !== last.step) return step > last.step;
  if (timestamp !== last.timestamp) return timestamp > last.timestamp;
  return value > last.value;
}

const CONFLICT = "is a merge conflict marker";
const MARKER = /^(<{7}|>{7}|={7}|\|{7})$/;

/** A line's fields as a point, or what is wrong with the line. */
export function parsePoint(fields: readonly string[]): MetricPoint | string {
  const [first = "", second, third] = fields;
  if (MARKER.test(first)) return CONFLICT;
  if (fields.length === 1) return first === "" ? "is blank" : "has one field where `timestamp value step` is expected";
  const timestamp = pythonInt(first);
  if (timestamp === undefined) return `begins with ${quoted(first)} where a timestamp in milliseconds is expected`;
  const value = pythonFloat(second ?? "");
  if (value === undefined) return `has ${quoted(second ?? "")} where a number is expected`;
  if (third === undefined) return { value, timestamp, step: 0 };
  const step = pythonInt(third);
  if (step === undefined) return `has ${quoted(third)} where a step is expected`;
  return { value, timestamp, step };
}

function quoted(text: string): string {
  if (text === "") return "nothing";
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

