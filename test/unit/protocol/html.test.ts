import { match, ok } from "node:assert";
import { pageHtml } from "../../../src/protocol/html.ts";

describe("pageHtml", () => {
  const html = pageHtml({
    cspSource: "https://*.vscode-cdn.net",
    script: "https://x/run.js",
    style: "https://x/run.css",
    title: '<img src=x onerror="1">',
    language: "en",
    strings: { "</script>": '"><script>alert(1)</script>' },
  });

  it("allows nothing but its own script and style", () => {
    match(html, /content="default-src 'none'; script-src https:\/\/\*\.vscode-cdn\.net; style-src https/);
    ok(!html.includes("unsafe"));
  });

  it("escapes titles and translations", () => {
    ok(!html.includes("<img"));
    ok(!html.includes("<script>alert"));
  });
});
