import { deepStrictEqual, strictEqual } from "node:assert";
import { keepPlace, keptPlace } from "../../../../src/webview/run/place.ts";

describe("the place of a reader on a page", () => {
  const scrolled: (() => void)[] = [];
  const before = { addEventListener: globalThis.addEventListener, scrollY: Reflect.get(globalThis, "scrollY") };

  beforeEach(() => {
    scrolled.length = 0;
    Object.assign(globalThis, { addEventListener: (_: string, done: () => void) => scrolled.push(done), scrollY: 0 });
  });
  afterEach(() => Object.assign(globalThis, before));

  function keeping(start: unknown) {
    const states: unknown[] = [];
    const keeper = keepPlace({ keepState: (state) => states.push(state) }, keptPlace(start));
    return { keeper, last: () => states.at(-1) };
  }

  it("starts at the top, whatever was kept by others", () => {
    for (const state of [null, undefined, 3, "x", [], { kept: 7, scroll: "down" }]) {
      deepStrictEqual(keptPlace(state), { scroll: 0, kept: {} });
    }
    deepStrictEqual(keptPlace({ scroll: 9, kept: { a: true, b: 1, c: "x", d: null } }), {
      scroll: 9,
      kept: { a: true, c: "x" },
    });
  });

  it("is what was kept, with each change and each scrolling", () => {
    const { keeper, last } = keeping({ scroll: 5, kept: { filter: "loss" } });
    strictEqual(keeper.get("filter"), "loss");
    keeper.set("open run plots", true);
    deepStrictEqual(last(), { scroll: 5, kept: { filter: "loss", "open run plots": true } });
    keeper.set("filter", undefined);
    Object.assign(globalThis, { scrollY: 80 });
    for (const done of scrolled) done();
    deepStrictEqual(last(), { scroll: 80, kept: { "open run plots": true } });
    deepStrictEqual(keptPlace(JSON.parse(JSON.stringify(last()))), last());
  });

  it("stays small", () => {
    const { keeper, last } = keeping(null);
    for (let i = 0; i < 1000; i++) keeper.set(`open ${i}`, true);
    keeper.set("filter", "x".repeat(1 << 20));
    strictEqual(Object.keys((last() as { kept: object }).kept).length, 200);
    strictEqual(keeper.get("filter"), undefined);
  });
});
