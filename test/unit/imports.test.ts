import { deepEqual } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { checkImports } from "../support/imports/check.ts";
import { importsOf } from "../support/imports/scan.ts";

describe("the imports of src", () => {
  it("point down only, in no cycle, and reach every file", () => {
    const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
    const sources = new Map(files.map((name) => [name.split(sep).join("/"), readFileSync(join("src", name), "utf8")]));
    deepEqual(checkImports(sources), []);
  });
});

describe("checkImports", () => {
  const check = (files: Readonly<Record<string, string>>) => checkImports(new Map(Object.entries(files)));
  /** Uses a file, so that nobody calls it unused. */
  const using = (...files: string[]): string => files.map((file) => `import "${file}";\n`).join("");

  it("finds nothing wrong with a sound house", () => {
    const house = {
      "core/model/run.ts": "export interface Run {}",
      "core/files/run.ts": 'import type { Run } from "../model/run.ts";\nimport { load } from "js-yaml";',
      "core/artifacts/uri.ts": 'import "../files/run.ts";',
      "engine/open.ts": 'import fs from "node:fs";\nimport "../core/artifacts/uri.ts";',
      "engine/worker/main.ts": 'import "../open.ts";',
      "protocol/run.ts": 'export type { Run } from "../core/model/run.ts";',
      "webview/ui/host.ts": 'import { h } from "preact";\nimport "../../protocol/run.ts";\nimport "./host.css";',
      "webview/run/main.tsx": 'import "../ui/host.ts";',
      "editor/extension.ts":
        'import * as vscode from "vscode";\nimport "../engine/open.ts";\nimport "../protocol/run.ts";',
      "cli/main.ts": 'import "../engine/open.ts";',
    };
    deepEqual(check(house), []);
  });

  for (const [floor, target] of [
    ["core", "engine"],
    ["core", "protocol"],
    ["engine", "editor"],
    ["engine", "protocol"],
    ["engine", "cli"],
    ["protocol", "engine"],
    ["protocol", "webview"],
    ["webview", "engine"],
    ["webview", "editor"],
    ["editor", "webview"],
    ["editor", "cli"],
    ["cli", "editor"],
    ["cli", "protocol"],
    ["api", "cli"],
  ] as const) {
    it(`finds an arrow from ${floor} to ${target}`, () => {
      const file = `${floor}/model/a.ts`;
      deepEqual(check({ [file]: `import "../../${target}/model/b.ts";`, [`${target}/model/b.ts`]: "" }), [
        `${file} imports ${target}/model/b.ts: ${floor} stands below or beside ${target}`,
        `${file} is imported by nobody`,
      ]);
    });
  }

  for (const [from, to] of [
    ["model", "files"],
    ["files", "query"],
    ["files", "artifacts"],
    ["artifacts", "index"],
    ["index", "deploy"],
    ["index", "compare"],
    ["compare", "verify"],
    ["compare", "rest"],
    ["rest", "verify"],
  ]) {
    it(`finds an arrow upwards in core from ${from} to ${to}`, () => {
      const files = {
        [`core/${from}/a.ts`]: `import type { B } from "../${to}/b.ts";`,
        [`core/${to}/b.ts`]: "",
        "cli/main.ts": using(`../core/${from}/a.ts`),
      };
      deepEqual(check(files), [
        `core/${from}/a.ts imports core/${to}/b.ts: core/${from} stands below or beside core/${to}`,
      ]);
    });
  }

  it("finds a folder that the house does not have", () => {
    const files = {
      "core/extra/a.ts": 'import "../model/b.ts";',
      "core/model/b.ts": "",
      "attic/a.ts": 'import "../core/extra/a.ts";',
      "cli/main.ts": using("../core/model/b.ts"),
    };
    deepEqual(check(files), [
      "attic/a.ts is imported by nobody",
      "attic/a.ts lies on no floor of the house",
      "core/extra/a.ts lies in no known folder of core",
    ]);
  });

  it("finds a cycle, also one of types", () => {
    const files = {
      "core/model/a.ts": 'import type { B } from "./b.ts";',
      "core/model/b.ts": 'export { c } from "./c.ts";',
      "core/model/c.ts": 'const a = await import("./a.ts");',
    };
    deepEqual(check(files), ["a cycle: core/model/a.ts -> core/model/b.ts -> core/model/c.ts -> core/model/a.ts"]);
  });

  for (const [file, name, fault] of [
    ["core/model/a.ts", "node:fs", "imports node:fs in core/"],
    ["core/model/a.ts", "fs", "imports fs in core/"],
    ["core/model/a.ts", "fs/promises", "imports fs/promises in core/"],
    ["core/model/a.ts", "vscode", "imports vscode outside editor/"],
    ["core/model/a.ts", "valibot", "imports the package valibot in core/"],
    ["protocol/a.ts", "node:path", "imports node:path in protocol/"],
    ["protocol/a.ts", "vscode", "imports vscode outside editor/"],
    ["webview/ui/a.ts", "path", "imports path in webview/"],
    ["webview/ui/a.ts", "vscode", "imports vscode outside editor/"],
    ["engine/a.ts", "vscode", "imports vscode outside editor/"],
    ["cli/a.ts", "vscode", "imports vscode outside editor/"],
  ] as const) {
    it(`finds ${name} in ${file}`, () => {
      deepEqual(
        check({ [file]: `import type * as x from "${name}";` }),
        [`${file} ${fault}`, `${file} is imported by nobody`].sort(),
      );
    });
  }

  it("finds a file that nobody imports, and one that is not there", () => {
    deepEqual(check({ "core/model/a.ts": "", "cli/main.ts": 'import "./gone.ts";' }), [
      "cli/main.ts imports cli/gone.ts, which is not there",
      "core/model/a.ts is imported by nobody",
    ]);
  });
});

describe("importsOf", () => {
  for (const source of [
    'import x from "y";',
    "import x from 'y'",
    'import "y";',
    'import type { A } from "y";',
    'import {\n  type A,\n  b,\n} from "y";',
    'import * as x from "y";',
    'import a, { b } from "y";',
    'export * from "y";',
    'export * as x from "y";',
    'export type { A } from "y";',
    'const x = await import("y");',
    'type X = typeof import("y");',
    'const x = require("y");',
    'new Worker(new URL("y", import.meta.url));',
    'const url = "http://a.b"; import("y");',
  ]) {
    it(`reads ${source.replaceAll("\n", " ")}`, () => deepEqual(importsOf(source), ["y"]));
  }

  for (const source of [
    '// import x from "y";',
    'const a = 1; // see import("y")',
    '/**\n * import x from "y";\n */',
    'const text = Array.from("y");',
    "export const importance = 1;",
  ]) {
    it(`does not read ${source.replaceAll("\n", " ")}`, () => deepEqual(importsOf(source), []));
  }
});
