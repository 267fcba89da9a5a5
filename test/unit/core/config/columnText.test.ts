import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { parseColumn } from "../../../../src/core/config/columnText.ts";
import { type Column, columnId } from "../../../../src/core/model/runsTable.ts";

const key = fc.string({ minLength: 1 });
const column: fc.Arbitrary<Column> = fc.oneof(
  fc.record({ kind: fc.constantFrom("param" as const, "tag" as const), key }),
  fc.record({
    kind: fc.constant("metric" as const),
    key,
    value: fc.constantFrom("last", "best", "min", "max", "first", "count"),
  }),
  fc.record({
    kind: fc.constant("attribute" as const),
    key: fc.constantFrom("label", "start", "duration", "problems"),
  }),
);

describe("a column as text", () => {
  it("is read as it is written", () => {
    fc.assert(fc.property(column, (one) => deepEqual(parseColumn(columnId(one)), { ...one })));
  });

  it("is nothing where it names no column", () => {
    for (const text of ["", "rmse", "metrics.", "metrics:median.x", "params:best.x", "attributes.nothing", ".x"]) {
      equal(parseColumn(text), null, text);
    }
  });
});
