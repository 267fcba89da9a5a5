// Builds the product into dist/ and, with --tests, the test programs into out/.
// Flags: --production (minified), --tests (dist and out), --unit (out/unit only), --host (out/host and out/mlflow only), --watch.
import { existsSync, readdirSync, rmSync } from "node:fs";
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

const webviewEntries = filesBelow("src/webview", "main.tsx");

const product = [
  { ...node, entryPoints: { extension: "src/editor/extension.ts" }, outdir: "dist" },
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
