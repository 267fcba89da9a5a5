import { rmSync } from "node:fs";
import { join } from "node:path";
import { runElectronSuite } from "./electronSuite.ts";
import { outFolder } from "./folders.ts";
import { describeSurroundings, runHostSuite, surroundings } from "./hostSuite.ts";
import { hasLinuxParts, sqliteNode } from "./node.ts";
import type { Tally } from "./reporter.ts";
import { builtTests, checkWith, runMocha } from "./steps.ts";

interface Step {
  name: string;
  run(): Promise<Tally>;
}

const bin = (path: string) => join("node_modules", path);
const needsSqlite = (file: string) => file.endsWith(".sqlite.test.js");

/** Without what an earlier build left behind: a deleted test must not run on. */
function build(): Promise<Tally> {
  for (const folder of ["unit", "editor", "ui"]) rmSync(join(outFolder, folder), { recursive: true, force: true });
  return checkWith("esbuild.mjs", "--tests");
}

const checks: Step[] = [
  { name: "types", run: () => checkWith(bin("typescript/bin/tsc"), "--noEmit") },
  { name: "lint", run: () => checkWith(bin("@biomejs/biome/bin/biome"), "check", ".") },
  { name: "build", run: build },
];

const unit: Step[] = [
  {
    name: "unit",
    run: () =>
      runMocha(
        builtTests("unit").filter((file) => !needsSqlite(file)),
        process.execPath,
        20_000,
      ),
  },
  {
    name: "unit, with node:sqlite",
    run: async () => runMocha(builtTests("unit").filter(needsSqlite), await sqliteNode(), 20_000),
  },
];

const editor: Step[] = surroundings.map((where) => ({
  name: describeSurroundings(where),
  run: () => (hasLinuxParts ? runHostSuite(where) : runElectronSuite(where)),
}));

/** A real window on a busy machine loses a key press now and then: one more try tells that from a defect. */
const workbench: Step = {
  name: "workbench",
  run: () => runMocha(builtTests("ui"), process.execPath, 120_000, 1),
};

/** A step that throws has failed once; the steps after it run all the same. */
async function runStep({ name, run }: Step): Promise<Tally> {
  console.log(`\n=== ${name}`);
  const started = Date.now();
  const tally = await run().catch((error: unknown) => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`=== ${name}: ${tally.passed} passed, ${tally.failed} failed, ${seconds} s`);
  return tally;
}

/** All of them, or the build and those whose name holds the text given: `npm test -- 1.139.1`. */
function chosenSteps(text: string | undefined): readonly Step[] {
  const all = [...checks, ...unit, ...editor, workbench];
  return text === undefined ? all : all.filter(({ name }) => name === "build" || name.includes(text));
}

async function main(): Promise<void> {
  if (!hasLinuxParts) console.log("Not Linux x64: the host suite runs through @vscode/test-electron.");
  const total = { passed: 0, failed: 0 };
  for (const step of chosenSteps(process.argv[2])) {
    const { passed, failed } = await runStep(step);
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

void main();
