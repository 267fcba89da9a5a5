import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { PREVIEW_LIMITS } from "../../../../src/core/artifacts/preview.ts";
import { previewBytes, previewOf } from "../../../../src/core/artifacts/previewOf.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const preview = (name: string, text: string, cut = false) => previewOf(name, bytes(text), cut);
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0];

describe("previewOf", () => {
  for (const [mediaType, head] of [
    ["image/png", PNG],
    ["image/jpeg", [0xff, 0xd8, 0xff, 0xe0]],
    ["image/gif", [...bytes("GIF89a")]],
    ["image/webp", [...bytes("RIFF"), 1, 2, 3, 4, ...bytes("WEBP")]],
    ["image/bmp", [...bytes("BM"), 9, 0, 0, 0, 0, 0, 0, 0]],
  ] as const) {
    it(`knows ${mediaType} by its bytes, not by its name`, () => {
      deepEqual(previewOf("plot.txt", Uint8Array.from(head), false), {
        kind: "image",
        mediaType,
        bytes: Uint8Array.from(head),
      });
    });
  }

  it("shows no image that was cut", () => {
    deepEqual(previewOf("plot.png", Uint8Array.from(PNG), true), {
      kind: "none",
      reason: "This image is larger than 16 MiB.",
    });
  });

  it("takes a name's promise of an image for nothing", () => {
    equal(preview("plot.png", "<script>").kind, "text");
  });

  for (const name of ["model.pkl", "MODEL.PKL", "a.joblib", "b.zip", "c.tar.gz", "d.npz", "m.skops", "w.pt"]) {
    it(`does not open ${name}`, () => {
      equal(previewBytes(name), 0);
      equal(preview(name, "harmless").kind, "none");
    });
  }

  for (const [what, head] of [
    ["a pickle", [0x80, 4, 0x95]],
    ["a zip archive", [0x50, 0x4b, 3, 4]],
    ["a gzip archive", [0x1f, 0x8b, 8]],
  ] as const) {
    it(`does not open ${what} under a text's name`, () => {
      const shown = previewOf("notes.txt", Uint8Array.from(head), false);
      ok(shown.kind === "none" && shown.reason.startsWith("Pickles and archives"));
    });
  }

  it("says that bytes are no text", () => {
    deepEqual(previewOf("a.txt", Uint8Array.of(65, 0, 66), false), { kind: "none", reason: "This file is binary." });
    equal(previewOf("a.txt", Uint8Array.of(0xc3, 0x28), false).kind, "none");
  });

  it("forgives half a character where the file was cut", () => {
    equal(previewOf("a.txt", bytes("ü").slice(0, 1), true).kind, "text");
    equal(previewOf("a.txt", bytes("ü").slice(0, 1), false).kind, "none");
  });

  it("shows HTML and SVG as text", () => {
    deepEqual(preview("report.html", "<b>1</b>"), { kind: "text", language: "html", text: "<b>1</b>", cut: false });
    deepEqual(preview("curve.svg", "<svg/>"), { kind: "text", language: "xml", text: "<svg/>", cut: false });
  });

  it("knows MLmodel for YAML", () => {
    deepEqual(preview("MLmodel", "a: 1"), { kind: "text", language: "yaml", text: "a: 1", cut: false });
  });

  it("indents JSON, and shows as it stands what is none", () => {
    deepEqual(preview("p.json", '{"a":1}'), { kind: "text", language: "json", text: '{\n  "a": 1\n}', cut: false });
    deepEqual(preview("p.json", '{"a":NaN}'), { kind: "text", language: "json", text: '{"a":NaN}', cut: false });
    deepEqual(preview("p.json", '{"a":1', true), { kind: "text", language: "json", text: '{"a":1', cut: true });
  });

  it("shows a logged table", () => {
    deepEqual(preview("t.json", '{"columns": ["a", "b"], "data": [[1, "x"], [null, {"k": 2}]]}'), {
      kind: "table",
      columns: ["a", "b"],
      rows: [
        ["1", "x"],
        ["", '{"k":2}'],
      ],
      total: 2,
    });
  });

  it("takes other JSON with such keys for JSON", () => {
    equal(preview("t.json", '{"columns": 1, "data": [[1]]}').kind, "text");
    equal(preview("t.json", '{"columns": ["a"], "data": [1]}').kind, "text");
  });

  it("reads quotes, line ends and blank lines of CSV", () => {
    deepEqual(preview("t.csv", '\uFEFFa,"b ""q""",c\r\n1,"two\nlines",\r\n\r\n"x"y,2\n'), {
      kind: "table",
      columns: ["a", 'b "q"', "c"],
      rows: [
        ["1", "two\nlines", ""],
        ["xy", "2"],
      ],
      total: 2,
    });
  });

  it("reads TSV", () => {
    deepEqual(preview("t.tsv", "a\tb\n1,5\t2\n"), {
      kind: "table",
      columns: ["a", "b"],
      rows: [["1,5", "2"]],
      total: 1,
    });
  });

  it("shows the first 200 rows and says how many there are", () => {
    const shown = preview("t.csv", `a\n${"1\n".repeat(1000)}`);
    ok(shown.kind === "table");
    deepEqual([shown.rows.length, shown.total], [PREVIEW_LIMITS.rows, 1000]);
  });

  it("leaves out the half row of a cut table", () => {
    deepEqual(preview("t.csv", "a,b\n1,2\n3,", true), {
      kind: "table",
      columns: ["a", "b"],
      rows: [["1", "2"]],
      total: null,
    });
  });

  it("shows an empty CSV as a text", () => {
    equal(preview("t.csv", "").kind, "text");
  });

  it("reads a table of a megabyte in a moment", () => {
    const started = performance.now();
    preview("t.csv", "1,2\n".repeat(250_000));
    preview("t.csv", '"'.repeat(1_000_000));
    preview("t.csv", ",".repeat(1_000_000));
    ok(performance.now() - started < 2000);
  });

  it("never throws", () => {
    const names = fc.constantFrom("a.csv", "a.json", "a.tsv", "a.png", "a", "a.pkl");
    fc.assert(
      fc.property(names, fc.uint8Array(), fc.string(), fc.boolean(), (name, data, text, cut) => {
        previewOf(name, data, cut);
        preview(name, text, cut);
      }),
    );
  });

  it("keeps every cell of what a careful writer wrote", () => {
    const cell = fc.string({ maxLength: 5 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (table) => {
        const written = table.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(",")).join("\r\n");
        const shown = preview("t.csv", written);
        ok(shown.kind === "table" || written.includes("\0"));
        if (shown.kind === "table") deepEqual([shown.columns, ...shown.rows], table);
      }),
    );
  });
});
