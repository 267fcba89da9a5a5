// Builds the product into dist/ and, with --tests, the test programs into out/.
// Flags: --production (minified), --tests (dist and out), --unit (out/unit only), --host (out/host and out/mlflow only), --watch.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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

/** YAML beyond flat metadata is rare, and its parser a third of the extension: it lies beside and is loaded when needed. */
const yamlLater = {
  name: "yaml-later",
  setup(build) {
    build.onResolve({ filter: /\/yamlText\.ts$/ }, () => ({ path: "yamlText", namespace: "later" }));
    build.onResolve({ filter: /^\.\/yamlText\.js$/ }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /.*/, namespace: "later" }, () => ({
      contents: 'exports.readYamlText = (...args) => require("./yamlText.js").readYamlText(...args);',
    }));
  },
};

const product = [
  { ...node, entryPoints: { extension: "src/editor/extension.ts" }, outdir: "dist", plugins: [yamlLater] },
  { ...node, entryPoints: { yamlText: "src/core/files/yamlText.ts" }, outdir: "dist" },
  { ...node, entryPoints: { engine: "src/engine/worker/main.ts" }, outdir: "dist" },
  { ...node, entryPoints: { cli: "src/cli/main.ts" }, outdir: "dist", banner: { js: "#!/usr/bin/env node" } },
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
