import type { MetricHistory, MetricPoint, MetricSummary } from "../model/metric.ts";
import { type Problem, problem } from "../model/problem.ts";
import { decode, leftoverReason } from "./bytes.ts";
import { LIMITS } from "./limits.ts";
import { line, readLine } from "./metricLine.ts";
import { exactFloat, NumberScanner, pythonFloat, pythonInt } from "./numbers.ts";
import type { Bytes } from "./scan.ts";
import { Series } from "./series.ts";

export interface MetricFile {
  /** Null where not one line could be read. */
  readonly summary: MetricSummary | null;
  /** Null unless asked for. */
  readonly history: MetricHistory | null;
  readonly problems: readonly Problem[];
}

const NEWLINE = 10;
const RETURN = 13;

const scanner = new NumberScanner();
const series = new Series();

/** Reads the bytes of a metric file: one point a line, `timestamp value [step [dataset digest]]`. */
export function readMetric(key: string, path: string, file: Bytes, withHistory: boolean): MetricFile {
  const { data, start, end } = file;
  const history = withHistory ? new Points() : null;
  const odd = new OddLines(path, file);
  series.begin(data);
  for (let at = start; at < end; ) {
    const next = plainLines(data, at, end, history);
    at = next > at ? next : odd.read(at, history);
  }
  const problems =
    start === end ? [problem("empty", path, "is empty: a metric has at least one line")] : odd.problems();
  const summary = series.summary(key);
  return { summary, history: summary && history ? history.of(key) : null, problems };
}

/** Reads plain lines from here on; where the first of another form begins. */
function plainLines(data: Uint8Array, from: number, end: number, history: Points | null): number {
  let at = from;
  for (let next = readLine(data, at, end); next > 0; next = readLine(data, at, end)) {
    series.add(line.value, line.at, line.end, line.step, at);
    at = next;
  }
  if (history) addPoints(data, from, at, history);
  return at;
}

function addPoints(data: Uint8Array, from: number, end: number, history: Points): void {
  for (let at = from, next = at; at < end; at = next) {
    next = readLine(data, at, end);
    const timestamp = scanner.integer(data, at);
    const value = line.at === 0 ? line.value : exactFloat(data, line.at, line.end);
    history.add({ timestamp, value, step: line.step });
  }
}

/** The points of a metric, in the file's order. */
class Points {
  readonly #values: number[] = [];
  readonly #timestamps: number[] = [];
  readonly #steps: number[] = [];

  add({ timestamp, value, step }: MetricPoint): void {
    this.#values.push(value);
    this.#timestamps.push(timestamp);
    this.#steps.push(step);
  }

  of(key: string): MetricHistory {
    return {
      key,
      values: Float64Array.from(this.#values),
      timestamps: Float64Array.from(this.#timestamps),
      steps: Float64Array.from(this.#steps),
    };
  }
}

/** Reads, as text, the lines that are not plain. */
class OddLines {
  readonly #path: string;
  readonly #file: Bytes;
  readonly #problems: Problem[] = [];
  #unreported = 0;
  /** Lines without a point; and how many points there were after the last odd line. */
  #unread = 0;
  #points = 0;
  /** Fields of the line read before, to tell a line cut short from the two-field lines of 0.x. */
  #fields = 0;

  constructor(path: string, file: Bytes) {
    this.#path = path;
    this.#file = file;
  }

  /** Reads the line that starts here; where the next one does. */
  read(from: number, history: Points | null): number {
    if (series.count > this.#points) this.#fields = PLAIN_FIELDS;
    const number = series.count + this.#unread + 1;
    const { data, end } = this.#file;
    const newline = data.indexOf(NEWLINE, from);
    const isLast = newline < 0 || newline >= end;
    const next = isLast ? end : newline;
    const point = this.#point(number, from, next > from && data[next - 1] === RETURN ? next - 1 : next, isLast);
    if (typeof point === "string") {
      this.#unread++;
      this.#complain(number, point);
    } else {
      series.addPoint(point);
      history?.add(point);
    }
    this.#points = series.count;
    return next + 1;
  }

  problems(): readonly Problem[] {
    if (this.#unreported > 0) {
      const reason = `${this.#unreported} more lines of this file cannot be read`;
      this.#problems.push(problem("metric-line", this.#path, reason));
    }
    return this.#problems;
  }

  #point(line: number, from: number, stop: number, isLast: boolean): MetricPoint | string {
    if (stop - from > 4096) return "is too long to be a metric line";
    const fields = decode(this.#file.data, from, stop).split(" ");
    if (isLast && fields.length < Math.min(this.#fields, PLAIN_FIELDS)) {
      return "is cut short: the last write did not finish";
    }
    const point = parsePoint(fields);
    if (typeof point === "string") return point;
    this.#fields = fields.length;
    if (fields.length === 4 || fields.length > 5) {
      this.#complain(line, `has ${fields.length} fields, which MLflow refuses; its value was read`, "warning");
    }
    return point;
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
}

/** Timestamp, value and step. */
const PLAIN_FIELDS = 3;

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
