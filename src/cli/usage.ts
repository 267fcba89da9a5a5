/** The command line cannot be followed as given; `reason` is one sentence that says what to do. */
export class UsageError extends Error {
  readonly reason: string;
  /** Lines that show where, behind the sentence. */
  readonly lines: readonly string[];

  constructor(reason: string, lines: readonly string[] = []) {
    super(reason);
    this.name = "UsageError";
    this.reason = reason;
    this.lines = lines;
  }
}

/** By name: an error of a part that was loaded later is of that part's own class. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === "UsageError";
}
