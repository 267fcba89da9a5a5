/** What stands for one index at a time. */
export interface Slot {
  readonly element: HTMLElement;
  show(index: number): void;
}

/**
 * Elements for consecutive indices inside a parent. What leaves at one end comes back at the other, so that few are
 * drawn anew and their order in the document stays the order on screen, in which screen readers read.
 */
export class Strip<S extends Slot> {
  readonly #parent: HTMLElement;
  readonly #make: () => S;
  readonly #slots: S[] = [];
  #first = 0;

  constructor(parent: HTMLElement, make: () => S) {
    this.#parent = parent;
    this.#make = make;
  }

  get slots(): readonly S[] {
    return this.#slots;
  }

  at(index: number): S | undefined {
    return this.#slots[index - this.#first];
  }

  /** Stands for `[first, end)` from now on. */
  show(first: number, end: number): void {
    const spare = this.#meets(first, end) ? this.#turn(first, end) : this.#restart(first, end);
    while (this.#slots.length < end - first) {
      const slot = spare.pop() ?? this.#make();
      this.#parent.append(slot.element);
      this.#slots.push(slot);
      slot.show(first + this.#slots.length - 1);
    }
    for (const { element } of spare) element.remove();
  }

  /** Draws every one anew. */
  refresh(): void {
    for (const [offset, slot] of this.#slots.entries()) slot.show(this.#first + offset);
  }

  #meets(first: number, end: number): boolean {
    return first < this.#first + this.#slots.length && end > this.#first;
  }

  /** Lets go of what left, and puts before the others what came in there; returns what is free. */
  #turn(first: number, end: number): S[] {
    const left = this.#slots.splice(0, Math.max(0, first - this.#first));
    this.#first += left.length;
    const free = left.concat(this.#slots.splice(end - this.#first));
    while (this.#first > first) {
      const slot = free.pop() ?? this.#make();
      this.#parent.insertBefore(slot.element, this.#slots[0]?.element ?? null);
      this.#slots.unshift(slot);
      this.#first--;
      slot.show(this.#first);
    }
    return free;
  }

  /** Nothing of what was shown stays: the elements do, at their places. */
  #restart(first: number, end: number): S[] {
    this.#first = first;
    const free = this.#slots.splice(Math.max(0, end - first));
    this.refresh();
    return free;
  }
}
