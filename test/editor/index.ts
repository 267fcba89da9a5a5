import { readdirSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";
import { Reporter } from "../host/reporter.ts";

/** The built test files beside this one, at any depth; those that leave the window unusable end in `.last.test.js`. */
function testFiles(): string[] {
  const names = readdirSync(__dirname, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.js"))
    .sort();
  const isLast = (name: string) => Number(name.endsWith(".last.test.js"));
  return names.sort((a, b) => isLast(a) - isLast(b));
}

/** What VS Code calls inside its extension host; a rejection makes it end with an exit code of its own. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "bdd", timeout: 30_000, reporter: Reporter, color: false });
  for (const name of testFiles()) mocha.addFile(join(__dirname, name));
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
