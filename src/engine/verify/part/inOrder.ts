/** Hands results on in the order in which their places were taken, whoever is done first. */
export class InOrder<T> {
  readonly #take: (result: T) => void;
  readonly #waiting = new Map<number, T>();
  #taken = 0;
  #next = 0;

  constructor(take: (result: T) => void) {
    this.#take = take;
  }

  /** The next place. */
  place(): number {
    return this.#taken++;
  }

  put(place: number, result: T): void {
    this.#waiting.set(place, result);
    for (let next = this.#waiting.get(this.#next); next !== undefined; next = this.#waiting.get(this.#next)) {
      this.#waiting.delete(this.#next++);
      this.#take(next);
    }
  }
}
