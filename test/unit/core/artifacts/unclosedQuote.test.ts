import { equal } from "node:assert/strict";
import fc from "fast-check";
import { delimitedRecords, unclosedQuote } from "../../../../src/core/artifacts/table.ts";

describe("a quoted field that does not end", () => {
  it("is found on the line where it begins", () => {
    equal(unclosedQuote('a,b\n1,"2\n3\n', ","), 2);
    equal(unclosedQuote('"a\nb","c""\n', ","), 2);
    equal(unclosedQuote('"', ","), 1);
  });

  it("is none where every quote is closed, doubled or inside a plain field", () => {
    for (const text of ["", "a,b\n", '"a ""b"""\n', '"a\nb",c\r\n', 'a "b,c\n', '\uFEFF"a"\n', '"a" b\n']) {
      equal(unclosedQuote(text, ","), null, text);
    }
    equal(unclosedQuote('a\t"b\tc"\n', "\t"), null);
  });

  it("is none in any table that is written by the rules", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", " ") });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (rows) => {
        const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(",")).join("\n");
        equal(unclosedQuote(text, ","), null);
        equal(
          [...delimitedRecords(text, ",")].every((record) => record.length > 0),
          true,
        );
      }),
    );
  });
});
