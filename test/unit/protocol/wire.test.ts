import { deepStrictEqual, notStrictEqual, strictEqual } from "node:assert";
import fc from "fast-check";
import { decode, encode } from "../../../src/protocol/wire.ts";

const viaJson = (value: unknown): unknown => decode(JSON.parse(JSON.stringify(encode(value))));

describe("wire", () => {
  it("keeps the numbers that JSON loses", () => {
    const numbers = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 0, 1e308, 5e-324];
    deepStrictEqual(viaJson(numbers), numbers);
  });

  it("keeps objects that look like its own marks", () => {
    const values = [{ $: "NaN" }, { $: { $: "x" } }, { $: 1, other: 2 }, [{ $: null }]];
    deepStrictEqual(viaJson(values), values);
  });

  it("keeps a key named __proto__ a plain key", () => {
    const value: unknown = JSON.parse('{"__proto__": {"polluted": true}}');
    const back = viaJson(value) as object;
    strictEqual(Object.hasOwn(back, "__proto__"), true);
    strictEqual("polluted" in back, false);
  });

  it("sends a view without the rest of its buffer", () => {
    const view = new Float64Array([1, 2, 3, 4]).subarray(1, 3);
    const sent = encode({ view }) as { view: Float64Array };
    deepStrictEqual([...sent.view], [2, 3]);
    strictEqual(sent.view.buffer.byteLength, 16);
    notStrictEqual(sent.view.buffer, view.buffer);
  });

  it("sends whole arrays as they are", () => {
    const steps = new Float64Array([1, Number.NaN]);
    strictEqual((encode({ steps }) as { steps: Float64Array }).steps, steps);
  });

  it("round trips any JSON value", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => deepStrictEqual(viaJson(value), value)));
  });
});
