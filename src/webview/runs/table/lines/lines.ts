import type { Column, TablePage, TableRequest } from "../../../../core/model/runsTable.ts";
import type { Range } from "../../../ui/grid/range.ts";
import { type LineCell, type LineHead, LineStore } from "./lineStore.ts";

/** Which lines a table has. */
export type Question = Omit<TableRequest, "columns" | "offset" | "limit">;

export type Counts = Pick<TablePage, "total" | "runs" | "all">;

/** What is on screen or close to it. */
interface Wanted {
  readonly lines: Range;
  readonly columns: readonly Column[];
}

interface Generation {
  readonly question: Question;
  readonly store: LineStore;
  readonly isFromTop: boolean;
}

/**
 * A table's lines as far as they are on screen: asked for by ranges, one request at a time, so that fast scrolling asks
 * for where it stops and not for all on the way. Lines of another question stay until the first of the new one are there.
 */
export class Lines {
  readonly #ask: (request: TableRequest) => Promise<TablePage>;
  readonly #changed: (isFromTop: boolean) => void;
  #shown: Generation | null = null;
  #counts: Counts | null = null;
  /** Asked, and nothing of it is there yet. */
  #coming: Generation | null = null;
  #wanted: Wanted = { lines: { first: 0, end: 0 }, columns: [] };
  #isAsking = false;
  #failure: string | null = null;

  /** `changed` is told where lines came; whether they are to be looked at from the first on. */
  constructor(ask: (request: TableRequest) => Promise<TablePage>, changed: (isFromTop: boolean) => void) {
    this.#ask = ask;
    this.#changed = changed;
  }

  /** Of the lines shown; null before the first came. */
  get counts(): Counts | null {
    return this.#counts;
  }

  /** Why the newest lines could not be had. */
  get failure(): string | null {
    return this.#failure;
  }

  /** Whether what is shown answers an earlier question. */
  get isLate(): boolean {
    return this.#coming !== null;
  }

  /** What the lines shown are. */
  get question(): Question | null {
    return this.#shown?.question ?? null;
  }

  head(line: number): LineHead | undefined {
    return this.#shown?.store.head(line);
  }

  /** Another value once something else is known of a line. */
  stamp(line: number): unknown {
    return this.#shown?.store.stamp(line);
  }

  /** Undefined where it is not known yet. */
  cell(line: number, column: string): LineCell | undefined {
    return this.#shown?.store.cell(line, column);
  }

  /** Asks anew: another question, to be looked at from the top or where one is, or the same because runs changed. */
  start(question: Question, isFromTop: boolean): void {
    this.#coming = { question, store: new LineStore(), isFromTop: isFromTop || this.#coming?.isFromTop === true };
    this.#failure = null;
    this.#next();
  }

  /** What is on screen from now on. */
  want(lines: Range, columns: readonly Column[]): void {
    this.#wanted = { lines, columns };
    this.#next();
  }

  #next(): void {
    const generation = this.#coming ?? this.#shown;
    if (this.#isAsking || generation === null || this.#failure !== null) return;
    const missing = this.#missing(generation);
    if (missing === null) return;
    this.#isAsking = true;
    void this.#ask({ ...generation.question, ...missing })
      .then(
        (page) => this.#take(generation, page, missing),
        (error: unknown) => this.#fail(generation, error),
      )
      .finally(() => {
        this.#isAsking = false;
        this.#next();
      });
  }

  /** Of what is on screen first, then of a screen before and after it. */
  #missing({ store, isFromTop }: Generation): ReturnType<LineStore["missing"]> {
    const { lines, columns } = this.#wanted;
    const length = Math.max(1, lines.end - lines.first);
    // How many lines a question has is not known before its first answer.
    if (this.#coming !== null) {
      const first = isFromTop ? 0 : lines.first;
      return store.missing({ first, end: first + length }, columns);
    }
    const total = this.#counts?.total ?? 0;
    const within = (first: number, end: number): Range => ({ first: Math.max(0, first), end: Math.min(end, total) });
    return (
      store.missing(within(lines.first, lines.end), columns) ??
      store.missing(within(lines.first - length, lines.end + length), columns)
    );
  }

  #take(generation: Generation, page: TablePage, asked: Pick<TableRequest, "columns" | "limit">): void {
    if (generation !== this.#coming && (generation !== this.#shown || this.#coming !== null)) return;
    const isFirst = generation === this.#coming;
    generation.store.add(page, asked);
    this.#shown = generation;
    this.#coming = null;
    this.#counts = { total: page.total, runs: page.runs, all: page.all };
    this.#changed(isFirst && generation.isFromTop);
  }

  #fail(generation: Generation, error: unknown): void {
    if (generation !== (this.#coming ?? this.#shown)) return;
    this.#failure = error instanceof Error ? error.message : String(error);
    this.#changed(false);
  }
}
