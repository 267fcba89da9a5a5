import type { MetricPoint } from "../model/metric.ts";
import { type Problem, problem } from "../model/problem.ts";
import { decode, leftoverReason } from "./bytes.ts";
import { LIMITS } from "./limits.ts";
import type { PointSink } from "./metricPoints.ts";
import { pythonFloat, pythonInt } from "./numbers.ts";
import type { Series } from "./series.ts";

/** Reads, as text, the lines that are not plain. */
export class OddLines {
  readonly #path: string;
  readonly #series: Series;
  readonly #problems: Problem[] = [];
  #unreported = 0;
  /** Lines without a point; and how many points there were after the last odd line. */
  #unread = 0;
  #points = 0;
  /** Fields of the line read before, to tell a line cut short from the two-field lines of 0.x. */
  #fields = 0;

  constructor(path: string, series: Series) {
    this.#path = path;
    this.#series = series;
  }

  /** Reads the line that starts here, in bytes up to `end`; where the next one does. */
  read(data: Uint8Array, from: number, end: number, sink: PointSink | null): number {
    const series = this.#series;
    if (series.count > this.#points) this.#fields = PLAIN_FIELDS;
    const newline = data.indexOf(NEWLINE, from);
    const isLast = newline < 0 || newline >= end;
    const next = isLast ? end : newline;
    const stop = next > from && data[next - 1] === RETURN ? next - 1 : next;
    const point = stop - from > LONGEST ? TOO_LONG : this.#point(decode(data, from, stop).split(" "), isLast);
    if (typeof point === "string") this.unread(point);
    else {
      series.addPoint(point);
      sink?.add(point.timestamp, point.value, point.step);
    }
    this.#points = series.count;
    return next + 1;
  }

  /** Notes a line without a point. */
  unread(what: string): void {
    this.#complain(this.#number, what);
    this.#unread++;
  }

  problems(): readonly Problem[] {
    if (this.#unreported > 0) {
      const reason = `${this.#unreported} more lines of this file cannot be read`;
      this.#problems.push(problem("metric-line", this.#path, reason));
    }
    return this.#problems;
  }

  /** The number of the line that is read. */
  get #number(): number {
    return this.#series.count + this.#unread + 1;
  }

  #point(fields: readonly string[], isLast: boolean): MetricPoint | string {
    if (isLast && fields.length < Math.min(this.#fields, PLAIN_FIELDS)) {
      return "is cut short: the last write did not finish";
    }
    const point = parsePoint(fields);
    if (typeof point === "string") return point;
    this.#fields = fields.length;
    if (fields.length === 4 || fields.length > 5) {
      this.#complain(this.#number, `has ${fields.length} fields, which MLflow refuses; its value was read`, "warning");
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

const NEWLINE = 10;
const RETURN = 13;
/** No line that MLflow writes is as long, in bytes. */
export const LONGEST = 4096;
export const TOO_LONG = "is too long to be a metric line";

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
