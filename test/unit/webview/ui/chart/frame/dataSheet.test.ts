import { strictEqual } from "node:assert";
import { sheetCsv } from "../../../../../../src/webview/ui/chart/frame/dataSheet.ts";

describe("a chart's data as CSV", () => {
  it("has every digit, quotes what must be quoted, and leaves missing cells empty", () => {
    const rows = [
      ['a "quoted", name', 0.1 + 0.2],
      ["two\nlines", null],
      ["plain", Number.NaN],
      ["zero", -0],
    ];
    const csv = sheetCsv({
      columns: ["line", "value"],
      rows: rows.length,
      cell: (row, column) => rows[row]?.[column] ?? null,
    });
    strictEqual(
      csv,
      'line,value\r\n"a ""quoted"", name",0.30000000000000004\r\n"two\nlines",\r\nplain,NaN\r\nzero,-0\r\n',
    );
  });
});
