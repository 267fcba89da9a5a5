import { decode, gitLeftover } from "../../files/bytes.ts";
import { parsePoint } from "../../files/metricFile.ts";
import type { Reply } from "../../files/scan.ts";
import type { KeyEntry } from "./keyEntry.ts";

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
  /** Lines equal to an earlier one, the first `FAULTS_KEPT` of them; null where the file is too long to look. */
  readonly duplicates: readonly { readonly line: number; readonly of: number }[] | null;
  readonly duplicateCount: number;
  /** The first line whose step is no signed 64-bit number. */
  readonly largeStep: number | null;
  /** Whether the last line ends as every other does. */
  readonly endsWithNewline: boolean;
  readonly leftover: ReturnType<typeof gitLeftover>;
  /** Whether any line ends as on Windows. */
  readonly crlf: boolean;
}

/** Faults and duplicates kept one by one; the rest is counted. */
export const FAULTS_KEPT = 20;
/** Lines of a file that are compared with each other at most. */
export const LINES_COMPARED = 1_000_000;
/** Lines longer than this are none that MLflow wrote, in bytes. */
const LINE_LIMIT = 4096;

const NEWLINE = 10;

export function metricFacts(entry: KeyEntry, reply: Reply | undefined): MetricFacts {
  if (reply?.op === "read") return new LineWalk(reply.data, reply.start, reply.end).facts(entry);
  const failure = reply === undefined ? null : reply.op === "failure" ? reply.code : "EIO";
  return { ...entry, ...NOTHING, read: false, failure };
}

const NOTHING = {
  ...{ bytes: 0, lines: 0, forms: new Map(), faults: [], faultCount: 0, duplicates: [], duplicateCount: 0 },
  ...{ largeStep: null, endsWithNewline: true, leftover: null, crlf: false },
} satisfies Partial<MetricFacts>;

class LineWalk {
  readonly #data: Uint8Array;
  readonly #start: number;
  readonly #end: number;
  #lines = 0;
  #crlf = false;
  #largeStep: number | null = null;
  readonly #forms = new Map<number, { count: number; first: number }>();
  readonly #faults: LineFault[] = [];
  #faultCount = 0;
  #seen: Map<string, number> | null = new Map();
  readonly #duplicates: { line: number; of: number }[] = [];
  #duplicateCount = 0;

  constructor(data: Uint8Array, start: number, end: number) {
    this.#data = data;
    this.#start = start;
    this.#end = end;
  }

  facts(entry: KeyEntry): MetricFacts {
    for (let at = this.#start; at < this.#end; ) at = this.#line(at);
    const head = decode(this.#data, this.#start, Math.min(this.#end, this.#start + 200));
    const leftover = gitLeftover(head);
    return {
      ...entry,
      read: true,
      failure: null,
      bytes: this.#end - this.#start,
      lines: this.#lines,
      forms: this.#forms,
      faults: this.#faults,
      faultCount: this.#faultCount,
      duplicates: this.#seen === null ? null : this.#duplicates,
      duplicateCount: this.#duplicateCount,
      largeStep: this.#largeStep,
      endsWithNewline: this.#end === this.#start || this.#data[this.#end - 1] === NEWLINE,
      leftover: leftover?.code === "lfs-pointer" ? leftover : null,
      crlf: this.#crlf,
    };
  }

  /** Looks at one line; where the next one starts. */
  #line(from: number): number {
    const newline = this.#data.indexOf(NEWLINE, from);
    const isLast = newline < 0 || newline >= this.#end;
    const stop = isLast ? this.#end : newline;
    const isReturn = stop > from && this.#data[stop - 1] === 13;
    if (isReturn) this.#crlf = true;
    this.#lines++;
    if (stop - from > LINE_LIMIT) this.#fault("malformed", "is too long to be a metric line");
    else this.#text(decode(this.#data, from, isReturn ? stop - 1 : stop), isLast);
    return stop + 1;
  }

  #text(text: string, isLast: boolean): void {
    const fields = text.split(" ");
    const point = parsePoint(fields);
    if (typeof point === "string") this.#fault(kindOf(text, point, isLast), point);
    else if (isLast && this.#isShorter(fields.length)) {
      this.#fault("cut-step", "is cut short behind its value: the step is lost");
    } else {
      const form = this.#forms.get(fields.length);
      if (form) form.count++;
      else this.#forms.set(fields.length, { count: 1, first: this.#lines });
      this.#compare(text);
      if (Math.abs(point.step) >= 2 ** 63) this.#largeStep ??= this.#lines;
    }
  }

  /** A last line of fewer fields than the others, where it does not end, was not written to its end. */
  #isShorter(fields: number): boolean {
    return fields < 3 && this.#lines > 1 && !this.#forms.has(fields);
  }

  #compare(text: string): void {
    const seen = this.#seen;
    if (seen === null) return;
    const of = seen.get(text);
    if (of === undefined) seen.set(text, this.#lines);
    else {
      this.#duplicateCount++;
      if (this.#duplicates.length < FAULTS_KEPT) this.#duplicates.push({ line: this.#lines, of });
    }
    if (seen.size >= LINES_COMPARED) this.#seen = null;
  }

  #fault(kind: LineFault["kind"], text: string): void {
    this.#faultCount++;
    if (this.#faults.length < FAULTS_KEPT) this.#faults.push({ line: this.#lines, kind, text });
  }
}

function kindOf(text: string, reason: string, isLast: boolean): LineFault["kind"] {
  if (reason.includes("conflict")) return "conflict";
  if (text === "") return "blank";
  if (text.includes("  ")) return "two-spaces";
  return isLast ? "cut" : "malformed";
}
