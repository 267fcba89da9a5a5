import type { MetricHistory, MetricPoint, MetricSummary } from "../model/metric.ts";
import { type Problem, problem } from "../model/problem.ts";
import { decode, leftoverReason } from "./bytes.ts";
import { Extremes } from "./extremes.ts";
import { LIMITS } from "./limits.ts";
import { exactFloat, NumberScanner, pythonFloat, pythonInt } from "./numbers.ts";
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
  readonly #extremes: Extremes;
  /** Fields of the last line read, to tell a line cut short from the two-field lines of 0.x. */
  #fields = 0;

  constructor(path: string, file: Bytes, withHistory: boolean) {
    this.#path = path;
    this.#data = file.data;
    this.#start = file.start;
    this.#end = file.end;
    this.#points = withHistory ? { values: [], timestamps: [], steps: [] } : null;
    this.#extremes = new Extremes(file.data);
  }

  lines(): void {
    for (let at = this.#start, line = 1; at < this.#end; line++) {
      at = this.#plain(at) || this.#oddLine(line, at);
    }
  }

  /** Reads `digits value digits` and nothing else; where the next line starts, or 0 for a line of any other form. */
  #plain(from: number): number {
    const data = this.#data;
    const timestamp = scanner.integer(data, from);
    if (!scanner.ok || data[scanner.end] !== SPACE) return 0;
    const valueAt = scanner.end + 1;
    const value = scanner.float(data, valueAt);
    const { exact, end: valueEnd } = scanner;
    if (!scanner.ok || data[valueEnd] !== SPACE) return 0;
    const step = scanner.integer(data, valueEnd + 1);
    if (!scanner.ok) return 0;
    const stop = data[scanner.end] === RETURN ? scanner.end + 1 : scanner.end;
    if (stop >= this.#end || data[stop] !== NEWLINE) return 0;
    this.#fields = 3;
    if (this.#points) this.#keep(this.#points, exact ? value : exactFloat(data, valueAt, valueEnd), timestamp, step);
    this.#extremes.add(value, timestamp, step, exact ? 0 : valueAt, valueEnd);
    return stop + 1;
  }

  #oddLine(line: number, from: number): number {
    const newline = this.#data.indexOf(NEWLINE, from);
    const isLast = newline < 0 || newline >= this.#end;
    const next = isLast ? this.#end : newline;
    this.#odd(line, from, next > from && this.#data[next - 1] === RETURN ? next - 1 : next, isLast);
    return next + 1;
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
    if (this.#points) this.#keep(this.#points, value, timestamp, step);
    this.#extremes.add(value, timestamp, step, 0, 0);
  }

  #keep(points: { values: number[]; timestamps: number[]; steps: number[] }, ...point: [number, number, number]): void {
    points.values.push(point[0]);
    points.timestamps.push(point[1]);
    points.steps.push(point[2]);
  }

  result(key: string): MetricFile {
    if (this.#unreported > 0) {
      const reason = `${this.#unreported} more lines of this file cannot be read`;
      this.#problems.push(problem("metric-line", this.#path, reason));
    }
    const summary = this.#extremes.summary(key);
    if (!summary) return { summary: null, history: null, problems: this.#problems };
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
