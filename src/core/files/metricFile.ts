import type { MetricSummary } from "../model/metric.ts";
import { type Problem, problem } from "../model/problem.ts";
import { line, readLine } from "./metricLine.ts";
import type { PointSink } from "./metricPoints.ts";
import { exactFloat, NumberScanner } from "./numbers.ts";
import { LONGEST, OddLines, TOO_LONG } from "./oddLines.ts";
import type { Bytes } from "./scan.ts";
import { Series } from "./series.ts";

export interface MetricFile {
  /** Null where not one line could be read. */
  readonly summary: MetricSummary | null;
  readonly problems: readonly Problem[];
}

const NEWLINE = 10;

const scanner = new NumberScanner();
/** For files that are read in one piece: nothing comes between its beginning and its end. */
const shared = new Series();

/** Reads the bytes of a metric file: one point a line, `timestamp value [step [dataset digest]]`. */
export function readMetric(key: string, path: string, file: Bytes, sink: PointSink | null): MetricFile {
  const reading = new MetricReading(path, sink, shared);
  reading.take(file, true);
  return reading.end(key);
}

/** A metric file read piece by piece, so that a long one is never held whole. */
export class MetricReading {
  readonly #path: string;
  readonly #sink: PointSink | null;
  readonly #series: Series;
  readonly #odd: OddLines;
  #isEmpty = true;
  /** Within a line that is longer than a piece. */
  #skips = false;

  constructor(path: string, sink: PointSink | null, series = new Series()) {
    this.#path = path;
    this.#sink = sink;
    this.#series = series;
    this.#odd = new OddLines(path, series);
    series.begin();
  }

  /** Reads the whole lines of a piece; how many bytes those are. The rest is to begin the next piece. */
  take({ data, start, end }: Bytes, isLast: boolean): number {
    if (start < end) this.#isEmpty = false;
    const from = this.#skips ? this.#afterLine(data, start, end) : start;
    const to = isLast ? end : data.lastIndexOf(NEWLINE, end - 1) + 1;
    if (to <= from && end - from > LONGEST) {
      // Not one line ends here: this one is none of ours, and passed over.
      this.#skips = true;
      this.#odd.unread(TOO_LONG);
      return end - start;
    }
    if (from < to) this.#lines(data, from, to);
    if (!isLast) this.#series.settle();
    return Math.max(from, to) - start;
  }

  end(key: string): MetricFile {
    const problems = this.#isEmpty
      ? [problem("empty", this.#path, "is empty: a metric has at least one line")]
      : this.#odd.problems();
    return { summary: this.#series.summary(key), problems };
  }

  #lines(data: Uint8Array, from: number, end: number): void {
    this.#series.read(data);
    for (let at = from; at < end; ) {
      const next = plainLines(this.#series, data, at, end);
      if (this.#sink) addPoints(data, at, next, this.#sink);
      at = next > at ? next : this.#odd.read(data, at, end, this.#sink);
    }
  }

  /** Where the line that is passed over ends. */
  #afterLine(data: Uint8Array, from: number, end: number): number {
    const newline = data.indexOf(NEWLINE, from);
    this.#skips = newline < 0 || newline >= end;
    return this.#skips ? end : newline + 1;
  }
}

/** Reads plain lines from here on; where the first of another form begins. */
function plainLines(series: Series, data: Uint8Array, from: number, end: number): number {
  let at = from;
  for (let next = readLine(data, at, end); next > 0; next = readLine(data, at, end)) {
    series.add(line.value, line.at, line.end, line.step, at);
    at = next;
  }
  return at;
}

function addPoints(data: Uint8Array, from: number, end: number, sink: PointSink): void {
  for (let at = from, next = at; at < end; at = next) {
    next = readLine(data, at, end);
    const timestamp = scanner.integer(data, at);
    const value = line.at === 0 ? line.value : exactFloat(data, line.at, line.end);
    sink.add(timestamp, value, line.step);
  }
}
