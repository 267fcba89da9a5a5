import { deepEqual, equal } from "node:assert/strict";
import { columnsOf, cutTo } from "../../../src/cli/columns.ts";
import { styleFor } from "../../../src/cli/style.ts";
import { layOut } from "../../../src/cli/table.ts";
import { shortNumber, timeText } from "../../../src/cli/values.ts";
import { csvRecord } from "../../../src/core/compare/export/csv.ts";

describe("columnsOf and cutTo", () => {
  it("count wide characters twice and combining marks not at all", () => {
    deepEqual(["abc", "実験", "Größe", "e\u0301", "🚀x"].map(columnsOf), [3, 4, 5, 1, 3]);
  });

  it("cut to a width, never through a character", () => {
    deepEqual([cutTo("abcdef", 4), cutTo("実験実験", 4), cutTo("abcd", 4)], ["abc…", "実…", "abcd"]);
  });
});

describe("layOut", () => {
  const column = (title: string, ...texts: string[]) => ({ title, cells: texts.map((text) => ({ text })) });
  const lines = (width: number | null) =>
    layOut(
      [
        { ...column("ID", "1", "22"), fixed: true },
        column("NAME", "a\nb", "a long name that goes on and on"),
        { ...column("N", "5", "10"), right: true },
        column("LAST", "", "x"),
      ],
      width,
      styleFor(false),
    );

  it("aligns texts left and numbers right, each on one line", () => {
    deepEqual(lines(null), {
      lines: [
        "ID  NAME                              N  LAST",
        "1   a\\nb                              5",
        "22  a long name that goes on and on  10  x",
      ],
      left: 0,
    });
  });

  it("cuts long texts first, then leaves out columns from the right", () => {
    deepEqual(lines(34).lines[2], "22  a long name that go…  10  x");
    deepEqual(lines(20).lines[2], "22  a long name…  10");
    equal(lines(20).left, 1);
  });
});

describe("values as texts", () => {
  it("are short", () => {
    deepEqual([timeText(null), timeText(new Date(2024, 1, 29, 8, 3, 5).getTime())], ["", "2024-02-29 08:03"]);
    deepEqual([0.123456789, 100, 1e-9, Number.NaN, 1e300].map(shortNumber), [
      "0.123457",
      "100",
      "1e-9",
      "NaN",
      "1e+300",
    ]);
  });
});

describe("csvRecord", () => {
  it("quotes what RFC 4180 says", () => {
    equal(csvRecord(["a", "b,c", 'd"e', "f\ng", ""]), 'a,"b,c","d""e","f\ng",\r\n');
  });
});
