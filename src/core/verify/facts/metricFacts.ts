import { decode, gitLeftover } from "../../files/bytes.ts";
import { line, readLine } from "../../files/metricLine.ts";
import { NumberScanner } from "../../files/numbers.ts";
import { parsePoint } from "../../files/oddLines.ts";
import type { Bytes, Failure } from "../../files/scan.ts";
import type { KeyEntry } from "./keyEntry.ts";
import { LineSet, NO_REPEATS, type RepeatedLines } from "./repeatedLines.ts";

/** What one line has that a reader may stumble over. */
export interface LineFault {
  /** 1-based. */
  readonly line: number;
  /** `cut`: the last write did not end; `cut-step`: it ended behind the value; the others as their words say. `text` is the reason, as a sentence's end. */
  readonly kind: "blank" | "malformed" | "cut" | "cut-step" | "conflict" | "two-spaces";
  readonly text: string;
}

/** A metric file in short: its lines by form, and those that are wrong. */
export interface MetricFacts extends KeyEntry {
  /** False where it was not read. */
  readonly read: boolean;
  readonly failure: string | null;
  readonly bytes: number;
  readonly lines: number;
  /** Lines by their number of fields, and where the first of them stands. */
  readonly forms: ReadonlyMap<number, { readonly count: number; readonly first: number }>;
  /** The first `FAULTS_KEPT`; `faultCount` counts all. */
  readonly faults: readonly LineFault[];
  readonly faultCount: number;
  /** Points logged more than once, the first `FAULTS_KEPT` of them one by one. */
  readonly repeats: RepeatedLines;
  /** The first line whose step is no signed 64-bit number. */
  readonly largeStep: number | null;
  /** Whether the last line ends as every other does. */
  readonly endsWithNewline: boolean;
  readonly leftover: ReturnType<typeof gitLeftover>;
  /** Lines that end as on Windows. */
  readonly crlf: number;
}

/** Faults and repeats kept one by one; the rest is counted. */
export const FAULTS_KEPT = 20;
/** Lines longer than this are none that MLflow wrote, in bytes. */
const LINE_LIMIT = 4096;
/** Fields of a plain line. */
const PLAIN = 3;

const NEWLINE = 10;
const RETURN = 13;

const scanner = new NumberScanner();

/** `reply` is null where the file was not asked for. */
export function metricFacts(entry: KeyEntry, reply: Bytes | Failure | null): MetricFacts {
  if (reply?.op === "read") return new LineWalk(reply.data, reply.start, reply.end).facts(entry);
  const { key, path, kind, leads, stray } = entry;
  return { key, path, kind, leads, stray, ...NOTHING, read: false, failure: reply === null ? null : reply.code };
}

const NOTHING = {
  ...{ bytes: 0, lines: 0, forms: new Map(), faults: [], faultCount: 0, repeats: NO_REPEATS },
  ...{ largeStep: null, endsWithNewline: true, leftover: null, crlf: 0 },
} satisfies Partial<MetricFacts>;

class LineWalk {
  readonly #data: Uint8Array;
  readonly #start: number;
  readonly #end: number;
  #lines = 0;
  #plain = 0;
  #firstPlain = 0;
  #crlf = 0;
  #largeStep: number | null = null;
  readonly #forms = new Map<number, { count: number; first: number }>();
  readonly #faults: LineFault[] = [];
  #faultCount = 0;
  /** Whether each point comes after the one before, by step and time: then none is there twice. */
  #ascends = true;
  #step = Number.NEGATIVE_INFINITY;
  #timestamp = 0;
  /** Where the last plain line begins, of which the timestamp was not read; -1 for none. */
  #stampAt = -1;

  constructor(data: Uint8Array, start: number, end: number) {
    this.#data = data;
    this.#start = start;
    this.#end = end;
  }

  facts({ key, path, kind, leads, stray }: KeyEntry): MetricFacts {
    for (let at = this.#start; at < this.#end; ) {
      at = this.#plainLines(at);
      if (at < this.#end) at = this.#odd(at);
    }
    if (this.#plain > 0) this.#forms.set(PLAIN, { count: this.#plain, first: this.#firstPlain });
    return {
      key,
      path,
      kind,
      leads,
      stray,
      read: true,
      failure: null,
      bytes: this.#end - this.#start,
      lines: this.#lines,
      forms: this.#forms,
      faults: this.#faults,
      faultCount: this.#faultCount,
      repeats: this.#ascends ? NO_REPEATS : repeatedLines(this.#data, this.#start, this.#end, FAULTS_KEPT),
      largeStep: this.#largeStep,
      endsWithNewline: this.#end === this.#start || this.#data[this.#end - 1] === NEWLINE,
      leftover: this.#leftover(),
      crlf: this.#crlf,
    };
  }

  /** Passes over lines of `timestamp value step`; where the first of another form begins. */
  #plainLines(from: number): number {
    const data = this.#data;
    let at = from;
    for (let next = readLine(data, at, this.#end); next > 0; next = readLine(data, at, this.#end)) {
      this.#lines++;
      if (this.#plain++ === 0) this.#firstPlain = this.#lines;
      if (data[next - 2] === RETURN) this.#crlf++;
      if (this.#ascends) this.#ascends = line.step > this.#step || (line.step === this.#step && this.#isLater(at));
      this.#step = line.step;
      this.#stampAt = at;
      at = next;
    }
    return at;
  }

  /** Whether the line that begins here was logged later than the one before. */
  #isLater(at: number): boolean {
    return scanner.integer(this.#data, at) > this.#lastTimestamp();
  }

  #lastTimestamp(): number {
    return this.#stampAt < 0 ? this.#timestamp : scanner.integer(this.#data, this.#stampAt);
  }

  /** Looks at one line as text; where the next one starts. */
  #odd(from: number): number {
    const stop = lineStop(this.#data, from, this.#end);
    const isReturn = stop > from && this.#data[stop - 1] === RETURN;
    if (isReturn) this.#crlf++;
    this.#lines++;
    if (stop - from > LINE_LIMIT) this.#fault("malformed", "is too long to be a metric line");
    else this.#text(decode(this.#data, from, isReturn ? stop - 1 : stop), stop === this.#end);
    return stop + 1;
  }

  #text(text: string, isLast: boolean): void {
    const fields = text.split(" ");
    const point = parsePoint(fields);
    if (typeof point === "string") this.#fault(kindOf(text, point, isLast), point);
    else if (isLast && this.#isShorter(fields.length)) {
      this.#fault("cut-step", "is cut short behind its value: the step is lost");
    } else {
      this.#count(fields.length);
      const { step, timestamp } = point;
      this.#ascends &&= step > this.#step || (step === this.#step && timestamp > this.#lastTimestamp());
      this.#step = step;
      this.#timestamp = timestamp;
      this.#stampAt = -1;
      if (Math.abs(step) >= 2 ** 63) this.#largeStep ??= this.#lines;
    }
  }

  #count(fields: number): void {
    if (fields === PLAIN) {
      if (this.#plain++ === 0) this.#firstPlain = this.#lines;
      return;
    }
    const form = this.#forms.get(fields);
    if (form) form.count++;
    else this.#forms.set(fields, { count: 1, first: this.#lines });
  }

  /** A last line of fewer fields than the others, where it does not end, was not written to its end. */
  #isShorter(fields: number): boolean {
    return fields < PLAIN && this.#lines > 1 && !this.#forms.has(fields);
  }

  #leftover(): MetricFacts["leftover"] {
    if (this.#faultCount === 0) return null;
    const leftover = gitLeftover(decode(this.#data, this.#start, Math.min(this.#end, this.#start + 200)));
    return leftover?.code === "lfs-pointer" ? leftover : null;
  }

  #fault(kind: LineFault["kind"], text: string): void {
    this.#faultCount++;
    if (this.#faults.length < FAULTS_KEPT) this.#faults.push({ line: this.#lines, kind, text });
  }
}

/** Points that are there more than once, by all their bytes: the first `most` of them one by one. */
export function repeatedLines(data: Uint8Array, start: number, end: number, most: number): RepeatedLines {
  const lines = new LineSet(data, most);
  let number = 1;
  for (let at = start; at < end; number++) {
    const stop = lineStop(data, at, end);
    if (isPoint(data, at, stop, end)) lines.add(number, at, stop);
    at = stop + 1;
  }
  return lines.repeats();
}

function isPoint(data: Uint8Array, at: number, stop: number, end: number): boolean {
  if (readLine(data, at, end) > 0) return true;
  if (stop - at > LINE_LIMIT) return false;
  const fields = decode(data, at, stop).replace(/\r$/, "").split(" ");
  return typeof parsePoint(fields) !== "string";
}

/** Where the line that begins here ends, its line end not counted. */
function lineStop(data: Uint8Array, from: number, end: number): number {
  const newline = data.indexOf(NEWLINE, from);
  return newline < 0 || newline >= end ? end : newline;
}

/** What kind of fault a line has that is no point, for the reason given. */
export function kindOf(text: string, reason: string, isLast: boolean): LineFault["kind"] {
  if (reason.includes("conflict")) return "conflict";
  if (text === "") return "blank";
  if (text.includes("  ")) return "two-spaces";
  return isLast ? "cut" : "malformed";
}
