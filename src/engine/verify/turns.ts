import type { VerifyHooks } from "./request.ts";

/** One piece of work after the other; of one that somebody waits for, how far it is, and its end before its time. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  #asked: { readonly cancel: AbortController; done: number; total: number } | null = null;

  /** Of what was asked for and is under way. */
  get progress(): { readonly done: number; readonly total: number } | null {
    return this.#asked && { done: this.#asked.done, total: this.#asked.total };
  }

  cancel(): void {
    this.#asked?.cancel.abort();
  }

  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** The same of work that somebody asked for. */
  ask<T>(work: (hooks: VerifyHooks) => Promise<T>): Promise<T> {
    return this.take(async () => {
      const asked = { cancel: new AbortController(), done: 0, total: 0 };
      this.#asked = asked;
      const progress = (done: number, total: number): void => void Object.assign(asked, { done, total });
      try {
        return await work({ progress, signal: asked.cancel.signal });
      } finally {
        this.#asked = null;
      }
    });
  }
}
