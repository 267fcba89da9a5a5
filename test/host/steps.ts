import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { outFolder, projectRoot } from "./folders.ts";
import { runToEnd } from "./processes.ts";
import { readTally, type Tally } from "./reporter.ts";

/** Runs a script of a dependency with the running Node; it counts as one test. */
export async function checkWith(script: string, ...args: string[]): Promise<Tally> {
  const { code } = await runToEnd(process.execPath, [script, ...args], { cwd: projectRoot, echo: true });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The built test files of a folder in `out/`, in a steady order. */
export function builtTests(folder: string): string[] {
  const whole = join(outFolder, folder);
  if (!existsSync(whole)) return [];
  const names = readdirSync(whole, { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(".test.js"))
    .map((name) => join(whole, name))
    .sort();
}

/** Runs test files in mocha, in a child of its own; a test that fails is tried again so many times, and its first failure told. */
export async function runMocha(files: readonly string[], node: string, timeoutMs: number, retries = 0): Promise<Tally> {
  if (files.length === 0) return { passed: 0, failed: 0 };
  const mocha = join(projectRoot, "node_modules/mocha/bin/mocha.js");
  const reporter = join(outFolder, "host/mochaReporter.js");
  const args = [
    mocha,
    "--reporter",
    reporter,
    "--timeout",
    String(timeoutMs),
    "--retries",
    String(retries),
    "--exit",
    ...files,
  ];
  const { code, output } = await runToEnd(node, args, { cwd: projectRoot, echo: true });
  const tally = readTally(output);
  // A run that says all is well and ends badly all the same has not passed.
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
