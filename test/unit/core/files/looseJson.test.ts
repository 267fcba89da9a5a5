import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { jsonFault } from "../../../../src/core/files/jsonFault.ts";
import { lineAt, readLooseJson } from "../../../../src/core/files/looseJson.ts";

describe("jsonFault", () => {
  const isJson = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };

  it("finds none in whatever JSON.stringify writes", () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom("", " ", "\n\t"), (text, space) => {
        equal(jsonFault(`${space}${text}${space}`), null);
      }),
    );
  });

  it("agrees with JSON.parse on what is none", () => {
    const change = fc.tuple(
      fc.json(),
      fc.nat(),
      fc.constantFrom("", ",", "}", "]", '"', "\\", ":", "1", "NaN", "\u0001"),
    );
    fc.assert(
      fc.property(change, ([text, place, put]) => {
        const at = place % (text.length + 1);
        const changed = text.slice(0, at) + put + text.slice(at + 1);
        equal(jsonFault(changed) === null, isJson(changed), changed);
      }),
      { numRuns: 1000 },
    );
  });

  it("says where and why", () => {
    const cases: [string, number, string][] = [
      ['{"a": NaN}', 6, 'has "NaN" where JSON allows none'],
      ['{"a": 1,}', 8, 'has "}" where JSON allows none'],
      ['{\n \\"a\\": 1}', 3, 'has a quote written as \\" where a plain one belongs'],
      ["[1, 2", 5, "ends in the middle"],
      ["", 0, "ends in the middle"],
      ["{} {}", 3, "goes on behind its end"],
      ["[01]", 1, 'has "01" where JSON allows none'],
    ];
    for (const [text, at, reason] of cases) deepEqual(jsonFault(text), { at, reason }, text);
  });

  it("takes a deep or long text in its stride", () => {
    equal(jsonFault("[".repeat(200_000))?.reason, "ends in the middle");
    equal(jsonFault(`"${"\\".repeat(400_000)}"`), null);
    equal(jsonFault(`[${"1,".repeat(300_000)}1]`), null);
  });
});

describe("readLooseJson", () => {
  it("reads JSON, with or without a byte-order mark", () => {
    deepEqual(readLooseJson('\uFEFF{"a": [1]}'), { value: { a: [1] }, kind: null, fault: null });
  });

  it("reads Python's numbers as texts, and names the first", () => {
    const read = readLooseJson('{"NaN": "NaN",\n "a": NaN, "b": [-Infinity]}');
    deepEqual([read.value, read.kind], [{ NaN: "NaN", a: "NaN", b: ["-Infinity"] }, "number"]);
    equal(read.fault?.at, 21);
  });

  it("reads what a shell wrote with every quote escaped", () => {
    const read = readLooseJson('{\n  \\"sha\\": \\"f8d\\",\n  \\"n\\": NaN\n}\n');
    deepEqual([read.value, read.kind, read.fault?.at], [{ sha: "f8d", n: "NaN" }, "escaped", 4]);
  });

  it("makes nothing of the rest", () => {
    for (const text of ["", "{", "<<<<<<< HEAD\n{}\n", '{"a": \\"}', "// c\n{}"]) {
      deepEqual([readLooseJson(text).value, readLooseJson(text).kind], [undefined, "broken"], text);
    }
  });

  it("counts lines from one", () =>
    deepEqual(
      [0, 1, 2, 3, 4].map((at) => lineAt("a\nb\n", at)),
      [1, 1, 2, 2, 3],
    ));
});
