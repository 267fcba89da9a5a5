import { deepEqual, ok, throws } from "node:assert/strict";
import { EXPORT_LIMITS, type ExportData } from "../../../../../src/core/compare/export/exportData.ts";
import { exportHtml, TooLarge } from "../../../../../src/core/compare/export/exportHtml.ts";
import { fromEmbedded } from "../../../../../src/core/model/embeddedJson.ts";

const PAGE =
  '<html lang="{{language}}"><title>{{title}}</title><script type="application/json" id="data">{{data}}</script><script>say("{{data}} {{title}}")</script></html>';

function data(more: Partial<ExportData> = {}): ExportData {
  return {
    ...{ title: "A", made: 1, version: "1.0.0", strings: {}, comparison: null, models: [], series: [], files: null },
    ...{ stores: [], held: [], leftOut: [], pins: { refs: [], baseline: null } },
    ...more,
  };
}

describe("a page with its data", () => {
  it("has the data where they belong and leaves the script alone", () => {
    const html = exportHtml(PAGE, data());
    const [, json] = /id="data">(.*?)<\/script>/.exec(html) ?? [];
    deepEqual(fromEmbedded(json ?? ""), data());
    ok(html.endsWith('<script>say("{{data}} {{title}}")</script></html>'));
  });

  it("takes names for text, whatever they hold", () => {
    const title = `</title><script>alert(1)</script>"$&$1{{data}}`;
    const html = exportHtml(PAGE, data({ title }), 'en" onload="x');
    ok(html.includes("<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;$&amp;$1{{data}}</title>"));
    ok(html.startsWith('<html lang="en&quot; onload=&quot;x">'));
    deepEqual(html.match(/<script/g)?.length, 2);
  });

  it("is refused in one sentence where it would be too large", () => {
    const strings = { big: "x".repeat(EXPORT_LIMITS.file) };
    throws(
      () => exportHtml(PAGE, data({ strings })),
      (error) =>
        error instanceof TooLarge && /^As one file this would be 65 MB, of which 64 are allowed/.test(error.message),
    );
  });
});
