/** What stands for one index at a time. */
export interface Slot {
  readonly element: HTMLElement;
  show(index: number): void;
}

/**
 * Elements for consecutive indices inside a parent, placed by their own means. What leaves at one end comes back at the
 * other, so that few are drawn anew. To move an element within the document costs more than to draw it, so their order
 * there is made good afterwards, by `tidy`.
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
    const free = this.#meets(first, end) ? this.#turn(first, end) : this.#restart(first, end);
    while (this.#first > first) {
      const slot = this.#take(free);
      this.#slots.unshift(slot);
      this.#first--;
      slot.show(this.#first);
    }
    while (this.#slots.length < end - first) {
      const slot = this.#take(free);
      this.#slots.push(slot);
      slot.show(first + this.#slots.length - 1);
    }
    for (const { element } of free) element.remove();
  }

  /** Draws every one anew. */
  refresh(): void {
    for (const [offset, slot] of this.#slots.entries()) slot.show(this.#first + offset);
  }

  /** Puts the elements into the order on screen, in which screen readers read. */
  tidy(): void {
    let before: HTMLElement | null = null;
    for (const { element } of this.#slots) {
      if (before !== null && before.nextElementSibling !== element) before.after(element);
      before = element;
    }
  }

  #meets(first: number, end: number): boolean {
    return first < this.#first + this.#slots.length && end > this.#first;
  }

  /** Lets go of what left; returns what is free. */
  #turn(first: number, end: number): S[] {
    const free = this.#slots.splice(0, Math.max(0, first - this.#first));
    this.#first += free.length;
    return free.concat(this.#slots.splice(end - this.#first));
  }

  /** Nothing of what was shown stays: the elements do, at their places. */
  #restart(first: number, end: number): S[] {
    this.#first = first;
    const free = this.#slots.splice(Math.max(0, end - first));
    this.refresh();
    return free;
  }

  #take(free: S[]): S {
    const found = free.pop();
    if (found !== undefined) return found;
    const slot = this.#make();
    this.#parent.append(slot.element);
    return slot;
  }
}
