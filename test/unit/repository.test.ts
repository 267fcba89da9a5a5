import { deepEqual, equal, match, ok } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, lstatSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const json = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const manifest = json("package.json");

/** Files that Git tracks (and that are still there), without data written by other programs. */
const tracked = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8", maxBuffer: 1 << 26 })
  .split("\0")
  .filter((file) => file !== "" && existsSync(file) && lstatSync(file).isFile());
const own = tracked.filter((file) => !file.startsWith("test/fixtures/"));
const isCode = (file: string): boolean => /\.(tsx?|mjs)$/.test(file);
/** This very file spells out what it looks for. */
const isThis = (file: string): boolean => file === "test/unit/repository.test.ts";

/** `file:line` of every line of these files that a pattern is found in. */
function linesWith(files: readonly string[], pattern: RegExp): string[] {
  return files
    .filter((file) => !isThis(file))
    .flatMap((file) => {
      const lines = readFileSync(file, "latin1").split("\n");
      return lines.flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1}`] : []));
    });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

describe("the repository", () => {
  it("mentions no folder of the machine it is written on", () => {
    deepEqual(linesWith(own, new RegExp(`${escaped(resolve("."))}(?![\\w-])`)), []);
    const outsideTests = own.filter((file) => !file.startsWith("test/"));
    deepEqual(linesWith(outsideTests, /(^|[^\w.])\/(work|root|home|Users)\/\w/), []);
  });

  it("names no package registry", () => {
    deepEqual(linesWith(own, /registry\.(npmjs|yarnpkg)|npmmirror|artifactory|verdaccio|_authToken/i), []);
  });

  it("looks for data beside it in tests only", () => {
    const shared = linesWith(own, /\.\.\/shared\b/).filter((place) => !place.startsWith("test/"));
    deepEqual(
      shared.filter((place) => !place.startsWith("src/") || !existsSync("src/shared")),
      [],
    );
  });

  it("leaves nothing for later and silences no compiler", () => {
    deepEqual(linesWith(own.filter(isCode), /\b(TODO|FIXME|XXX)\b|@ts-(ignore|nocheck|expect-error)/), []);
  });

  it("casts nothing to any", () => {
    deepEqual(linesWith(own.filter(isCode), /\bas any\b|<any>/), []);
  });

  it("tracks nothing that is built or installed", () => {
    const made = tracked.filter((file) => /^(node_modules|dist|out|\.vscode-test)\/|\.(vsix|tgz|log)$/.test(file));
    deepEqual(made, []);
  });
});

describe("package.json", () => {
  it("pins every dependency to one version", () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      match(String(version), /^\d+\.\d+\.\d+$/, name);
    }
  });

  it("types the API of the oldest VS Code that it runs on", () => {
    equal(manifest.engines.vscode, `^${manifest.devDependencies["@types/vscode"]}`);
    equal(manifest.engines.node, ">=20");
  });

  it("has one packing list, of files that exist once it is built", () => {
    ok(Array.isArray(manifest.files), "files");
    deepEqual([".vscodeignore", ".npmignore"].filter(existsSync), []);
    const source = manifest.files.filter((entry: string) => !/^!|^dist\b|\*/.test(entry));
    deepEqual(
      source.filter((entry: string) => !existsSync(entry)),
      [],
    );
  });

  it("runs scripts that exist", () => {
    const scripts = Object.values<string>(manifest.scripts).flatMap((script) => script.match(/[\w./-]+\.mjs/g) ?? []);
    deepEqual(
      [...new Set(scripts)].filter((file) => !existsSync(file)),
      [],
    );
  });
});

describe("package-lock.json", () => {
  const packages = Object.entries<{ resolved?: string; integrity?: string }>(json("package-lock.json").packages);

  it("names no address, so that any registry will do", () => {
    deepEqual(
      packages.filter(([, entry]) => entry.resolved !== undefined).map(([name]) => name),
      [],
    );
  });

  it("knows the hash of everything that it installs", () => {
    const installed = packages.filter(([name]) => name !== "");
    deepEqual(
      installed.filter(([, entry]) => entry.integrity === undefined).map(([name]) => name),
      [],
    );
  });
});
