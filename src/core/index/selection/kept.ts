/** Answers kept for those that ask again: the latest few, by a text that says what was asked. */
export class Kept<T> {
  readonly #answers = new Map<string, T>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** The answer kept, where it is still `good`; else a new one. */
  get(asked: string, make: () => T, good: (answer: T) => boolean = () => true): T {
    const known = this.#answers.get(asked);
    const answer = known !== undefined && good(known) ? known : make();
    // The latest asked for stands last.
    this.#answers.delete(asked);
    this.#answers.set(asked, answer);
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= this.#most) break;
      this.#answers.delete(oldest);
    }
    return answer;
  }
}
