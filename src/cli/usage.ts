/** The command line cannot be followed as given; `reason` is one sentence that says what to do. */
export class UsageError extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.name = "UsageError";
    this.reason = reason;
  }
}
