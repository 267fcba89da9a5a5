import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Finding, Measure } from "../measure.ts";

export const bundle: Measure = {
  id: "bundle",
  async run({ dist }) {
    const bytes = statSync(join(dist, "extension.js")).size;
    return [
      { name: "main bundle", value: bytes / 1000, limit: 150, unit: "kB", against: "as shipped, minified" },
      pageBundle(dist, "run", "the Run editor"),
      pageBundle(dist, "runs", "the Runs editor"),
    ];
  },
};

function pageBundle(dist: string, page: string, name: string): Finding {
  const bytes = firstBytes(join(dist, "webview"), `${page}.js`);
  return {
    name: `first bundle of ${name}`,
    value: bytes / 1000,
    limit: 120,
    unit: "kB",
    against: "as shipped, minified",
  };
}

/** What a page loads before it can show anything: its script, and what that imports other than by `import()`. */
function firstBytes(folder: string, entry: string): number {
  const seen = new Set<string>();
  const queue = [entry];
  let bytes = 0;
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const script = readFileSync(join(folder, file), "utf8");
    bytes += script.length;
    for (const [, imported = ""] of script.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([\w.-]+\.js)"/g)) queue.push(imported);
  }
  return bytes;
}
