import type { Options } from "./options.ts";

/** What every measure is given. */
export interface Bench {
  readonly options: Options;
  /** `dist`, as it is shipped. */
  readonly dist: string;
  /** The engine's bundle. */
  readonly engine: string;
}

export interface Finding {
  /** What was measured, in the words of the promise. */
  readonly name: string;
  readonly value: number;
  /** The promise: at most so much (`atLeast` turns it round). */
  readonly limit: number;
  readonly atLeast?: boolean;
  /** `x`: a ratio to the floor of the same run. */
  readonly unit: "x" | "ms" | "MB" | "kB";
  /** What it was compared with. */
  readonly against: string;
  /** Beside it, for whoever looks closer; not kept in the table. */
  readonly detail?: string;
}

export interface Measure {
  /** Short name, for `--only`. */
  readonly id: string;
  /** Null where what it needs is not there or was not asked for. */
  run(bench: Bench): Promise<Finding[] | null>;
}

export function isKept({ value, limit, atLeast }: Finding): boolean {
  return atLeast ? value >= limit : value <= limit;
}
