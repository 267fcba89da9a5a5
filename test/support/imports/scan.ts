/** What a source file imports, by any of the forms that TypeScript has: types, re-exports and late imports count too. */
export function importsOf(source: string): readonly string[] {
  const code = withoutComments(source);
  const found = FORMS.flatMap((form) => [...code.matchAll(form)].map((match) => match[1] ?? ""));
  return [...new Set(found)];
}

const FORMS = [
  // import a, { b } from "x"; import type … from "x"; export * from "x"; export { a } from "x"
  /^[ \t]*(?:import|export)\b[^;"'`]*?\bfrom\s*["']([^"']+)["']/gm,
  // import "x"
  /^[ \t]*import\s*["']([^"']+)["']/gm,
  // import("x"), also as a type
  /\bimport\s*\(\s*["'`]([^"'`]+)["'`]/g,
  // require("x")
  /\brequire\s*\(\s*["'`]([^"'`]+)["'`]/g,
  // new URL("./x.ts", import.meta.url)
  /\bnew\s+URL\(\s*["']([^"']+)["']\s*,\s*import\.meta\.url/g,
];

/** Line comments only where they follow a space or begin a line, so that addresses in texts stay whole. */
function withoutComments(source: string): string {
  return source.replace(/^[ \t]*\/\*[\s\S]*?\*\//gm, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}
