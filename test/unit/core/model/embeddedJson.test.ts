import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { fromEmbedded, toEmbedded } from "../../../../src/core/model/embeddedJson.ts";

const same = (data: unknown): void => deepEqual(fromEmbedded(toEmbedded(data)), data);

describe("data within a page", () => {
  it("comes back as it was: JSON, what JSON lacks, and arrays of numbers", () => {
    same({ a: [1, "x", null, true], b: { c: Number.NaN, d: Number.NEGATIVE_INFINITY, e: -0 } });
    same([Float64Array.of(1, Number.NaN, -0), Uint8Array.of(0, 255), Uint32Array.of(7), new Float64Array()]);
    same({ $: 1, more: { $: ["f64", "AAAA"] } });
    same(JSON.parse('{"__proto__": {"x": 1}, "constructor": 2}'));
  });

  it("keeps a view on a part of a larger buffer to that part", () => {
    deepEqual(fromEmbedded(toEmbedded(Float64Array.of(1, 2, 3).subarray(1, 2))), Float64Array.of(2));
  });

  it("holds nothing that ends an element or a line of script", () => {
    const text = toEmbedded({ "</script>": "<!--\u2028\u2029<script>" });
    ok(!/[<\u2028\u2029]/.test(text), text);
    same({ "</script>": "<!--\u2028\u2029" });
  });

  it("survives whatever can be written as JSON", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => same(value)));
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const back = fromEmbedded(toEmbedded(bytes));
        equal(Buffer.compare(back as Uint8Array, bytes), 0);
      }),
    );
  });
});
