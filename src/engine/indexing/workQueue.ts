/** One piece of work at a time; a failure is told and does not stop what follows. */
export class WorkQueue {
  readonly #fail: (error: unknown) => void;
  #last: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(fail: (error: unknown) => void) {
    this.#fail = fail;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Resolves when the work is done, or is left out because the queue was closed; never rejects. */
  add(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(async () => {
      if (this.#isClosed) return;
      try {
        await work();
      } catch (error) {
        if (!this.#isClosed) this.#fail(error);
      }
    });
    return this.#last;
  }

  /** Resolves when nothing is left to do, work that was added meanwhile included. */
  async settled(): Promise<void> {
    let seen: Promise<void> | null = null;
    while (seen !== this.#last) {
      seen = this.#last;
      await seen;
    }
  }

  /** Nothing more is begun; `settled` then waits for what is under way. */
  close(): void {
    this.#isClosed = true;
  }
}
