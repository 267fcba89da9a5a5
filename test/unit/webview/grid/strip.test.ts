import { deepStrictEqual, ok, strictEqual } from "node:assert";
import fc from "fast-check";
import { type Slot, Strip } from "../../../../src/webview/ui/grid/strip.ts";

/** As much of an element as a strip uses: an ordered list of children. */
class Parent {
  readonly children: Child[] = [];
  append(child: Child): void {
    this.children.push(child);
    child.parent = this;
  }
}

class Child {
  parent: Parent | null = null;
  index = -1;
  moves = 0;
  get nextElementSibling(): Child | null {
    return this.parent?.children[this.parent.children.indexOf(this) + 1] ?? null;
  }
  after(next: Child): void {
    const { parent } = this;
    next.remove();
    next.moves++;
    parent?.children.splice(parent.children.indexOf(this) + 1, 0, next);
    next.parent = parent;
  }
  remove(): void {
    const { parent } = this;
    if (parent !== null) parent.children.splice(parent.children.indexOf(this), 1);
    this.parent = null;
  }
}

function strip() {
  const parent = new Parent();
  let made = 0;
  let drawn = 0;
  const make = (): Slot => {
    made++;
    const child = new Child();
    const show = (index: number) => {
      drawn++;
      child.index = index;
    };
    return { element: child as unknown as HTMLElement, show };
  };
  const subject = new Strip(parent as unknown as HTMLElement, make);
  const shown = () => parent.children.map(({ index }) => index);
  const moves = () => parent.children.reduce((sum, child) => sum + child.moves, 0);
  return { subject, shown, moves, counts: () => ({ made, drawn }) };
}

describe("Strip", () => {
  it("stands for the indices asked for, once tidied in the order of the document, wherever one jumps", () => {
    const range = fc.tuple(fc.nat({ max: 300 }), fc.nat({ max: 40 }));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 30 }), (ranges) => {
        const { subject, shown } = strip();
        for (const [first, length] of ranges) {
          const wanted = Array.from({ length }, (_, offset) => first + offset);
          subject.show(first, first + length);
          deepStrictEqual(new Set(shown()), new Set(wanted));
          subject.tidy();
          deepStrictEqual(shown(), wanted);
          strictEqual(subject.at(first + length), undefined);
        }
      }),
    );
  });

  it("draws only what came in, and moves nothing until it is tidied", () => {
    const { subject, counts, moves } = strip();
    subject.show(0, 40);
    subject.show(3, 43);
    deepStrictEqual(counts(), { made: 40, drawn: 43 });
    subject.show(1, 41);
    deepStrictEqual(counts(), { made: 40, drawn: 45 });
    strictEqual(moves(), 0);
    subject.tidy();
    ok(moves() > 0);
  });

  it("uses its elements again after a jump", () => {
    const { subject, counts } = strip();
    subject.show(0, 40);
    subject.show(1000, 1040);
    deepStrictEqual(counts(), { made: 40, drawn: 80 });
  });
});
