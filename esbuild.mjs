// Builds the product into dist/ and, with --tests, the test programs into out/.
// Flags: --production (minified), --tests (dist and out), --unit (out/unit only), --host (out/host and out/mlflow only), --watch.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { build, context } from "esbuild";

const flags = new Set(process.argv.slice(2));
const production = flags.has("--production");
const watch = flags.has("--watch");

/** Every file below a folder whose name ends so, in a steady order (Node 20 has no globSync). */
function filesBelow(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith(ending))
    .sort();
}

const shared = {
  bundle: true,
  logLevel: "warning",
  minify: production,
  sourcemap: production ? false : "linked",
  legalComments: "none",
  metafile: true,
};

const node = { ...shared, platform: "node", format: "cjs", target: "node20", external: ["vscode", "node:sqlite"] };

/** The page without a host is built apart, see below. */
const webviewEntries = filesBelow("src/webview", "main.tsx").filter((file) => !/export[\\/]main\.tsx$/.test(file));

/** The page without a host, whole: one script and one style sheet, which land in dist/export.html alone. */
const exportPage = {
  ...shared,
  entryPoints: { export: "src/webview/export/main.tsx" },
  outdir: "dist",
  platform: "browser",
  format: "iife",
  target: "es2022",
  sourcemap: false,
  write: false,
  loader: { ".svg": "dataurl" },
  plugins: [{ name: "export-page", setup: ({ onEnd }) => onEnd(writeExportPage) }],
};

/** Puts script and style into the page, which may run this script and nothing else, and ask for nothing. */
function writeExportPage({ outputFiles }) {
  const output = (ending) => outputFiles?.find(({ path }) => path.endsWith(ending))?.text;
  const [script, style] = [output(".js"), output(".css")];
  if (script === undefined || style === undefined) return;
  const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const parts = { policy, style, script };
  const page = readFileSync("src/webview/export/page.template", "utf8");
  mkdirSync("dist", { recursive: true });
  writeFileSync(
    "dist/export.html",
    page.replace(/\{\{(policy|style|script)\}\}/g, (_, name) => parts[name]),
  );
}

const bundleName = (file) => relative("src", file).replace(/\.ts$/, "").split(/[\\/]/).join("-");

/**
 * Files that export functions alone and are not needed at first: each is a bundle beside the others, loaded when one of
 * its functions is first called. YAML beyond flat metadata is rare, and so are compose files, and filters on the command
 * line; a store is shown before anybody filters it, and most are no databases; a config is seldom written,
 * and few runs are live.
 */
const calledLater = [
  "src/core/config/edit.ts",
  "src/core/files/yamlText.ts",
  "src/core/docker/yamlTree.ts",
  "src/core/index/filteredRows.ts",
  "src/editor/runs/ghost.ts",
  "src/editor/ui/server.ts",
  "src/engine/answers/filterAdvice.ts",
  "src/engine/sqlite/reader.ts",
  "src/cli/query.ts",
].map((file) => resolve(file));

function functionsIn(file) {
  return [...readFileSync(file, "utf8").matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name]) => name);
}

const loadedWhenCalled = {
  name: "loaded-when-called",
  setup(build) {
    build.onResolve({ filter: /\.ts$/ }, ({ kind, path, resolveDir }) => {
      const file = resolve(resolveDir, path);
      return kind !== "entry-point" && calledLater.includes(file) ? { path: file, namespace: "later" } : undefined;
    });
    build.onResolve({ filter: /\.js$/, namespace: "later" }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /.*/, namespace: "later" }, ({ path }) => ({
      contents: functionsIn(path)
        .map((name) => `exports.${name} = (...args) => require("./${bundleName(path)}.js").${name}(...args);`)
        .join("\n"),
    }));
  },
};

/** What a program of Node's imports by `await import("./x.ts")` is a bundle of its own, loaded when it is asked for. */
const importedLater = {
  name: "imported-later",
  setup(build) {
    build.onResolve({ filter: /\.ts$/ }, ({ kind, path, resolveDir }) =>
      kind === "dynamic-import" ? { path: `./${bundleName(resolve(resolveDir, path))}.js`, external: true } : undefined,
    );
  },
};

function filesImportedLater(folder) {
  return filesBelow(folder, ".ts").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\bimport\("(\.[^"]+\.ts)"\)/g)].map(([, path]) =>
      join(dirname(file), path),
    ),
  );
}

const entriesOf = (files) => Object.fromEntries(files.map((file) => [bundleName(file), file]));

const laterEntries = entriesOf(["src/cli", "src/engine"].flatMap(filesImportedLater).concat(calledLater));

/** What there may be only one of among the editor's bundles is a bundle of its own: the language, and errors told by class. */
const commonToEditor = ["src/editor/base/l10n.ts", "src/engine/git/runner.ts", "src/engine/worker/rpc.ts"].map((file) =>
  resolve(file),
);

const inCommon = {
  name: "in-common",
  setup(build) {
    build.onResolve({ filter: /\.ts$/ }, ({ kind, path, resolveDir }) => {
      const file = resolve(resolveDir, path);
      const isCommon = kind !== "entry-point" && commonToEditor.includes(file);
      return isCommon ? { path: `./${bundleName(file)}.js`, external: true } : undefined;
    });
  },
};

const editorEntries = {
  extension: "src/editor/extension.ts",
  ...entriesOf(filesImportedLater("src/editor").filter((file) => /editor[\\/]/.test(file))),
  ...entriesOf(commonToEditor),
};

/** A program of Node's, of which parts are loaded later: `import()` becomes `require`, which finds them beside it. */
const program = {
  ...node,
  outdir: "dist",
  supported: { "dynamic-import": false },
  plugins: [loadedWhenCalled, importedLater],
};

const product = [
  { ...program, entryPoints: editorEntries, plugins: [inCommon, ...program.plugins] },
  {
    ...program,
    entryPoints: { engine: "src/engine/worker/main.ts", shard: "src/engine/worker/shard.ts", ...laterEntries },
  },
  { ...program, entryPoints: { cli: "src/cli/main.ts" }, banner: { js: "#!/usr/bin/env node" } },
  {
    ...shared,
    // One bundle a page; what is heavy (charts, Markdown) is imported lazily and lands in chunks of its own.
    entryPoints: Object.fromEntries(webviewEntries.map((file) => [file.split(/[\\/]/).at(-2), file])),
    outdir: "dist/webview",
    platform: "browser",
    format: "esm",
    splitting: true,
    target: "es2022",
    loader: { ".svg": "dataurl" },
  },
  exportPage,
].filter((options) => Object.values(options.entryPoints).some((file) => existsSync(file)));

const testProgram = (entryPoints, outbase) => ({
  ...node,
  entryPoints,
  outbase,
  outdir: "out",
  packages: "external",
  sourcemap: "inline",
  minify: false,
});

const unit = testProgram(filesBelow("test/unit", ".test.ts").concat(filesBelow("test/unit", ".test.tsx")), "test");
const programs = testProgram(
  [
    ...filesBelow("test/editor", ".test.ts"),
    ...filesBelow("test/ui", ".test.ts"),
    ...filesBelow("test/host", ".ts"),
    ...filesBelow("test/mlflow", ".ts"),
    ...filesBelow("test/bench", ".ts"),
    ...filesBelow("test/demo", ".ts"),
    ...["test/editor/index.ts"].filter((file) => existsSync(file)),
  ],
  "test",
);

let targets = product;
if (flags.has("--unit")) targets = [unit];
else if (flags.has("--host"))
  targets = [
    testProgram(
      ["test/host", "test/mlflow"].flatMap((folder) => filesBelow(folder, ".ts")),
      "test",
    ),
  ];
else if (flags.has("--tests")) targets = [...product, unit, programs];
targets = targets.filter((options) => Object.keys(options.entryPoints).length > 0);

if (!watch && production) rmSync("dist", { recursive: true, force: true });

if (watch) {
  for (const options of targets) await (await context(options)).watch();
} else {
  await Promise.all(targets.map((options) => build(options)));
}
