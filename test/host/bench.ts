import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { outFolder } from "./folders.ts";
import { sqliteNode } from "./node.ts";

/** Builds everything as it is shipped and hands over to the bench, with a Node that can open databases. */
async function main(): Promise<void> {
  for (const flag of ["--tests", "--production"]) {
    const { status } = spawnSync(process.execPath, ["esbuild.mjs", flag], { stdio: "inherit" });
    if (status !== 0) process.exit(1);
  }
  const program = join(outFolder, "bench/main.js");
  const bench = spawn(await sqliteNode(), ["--expose-gc", program, ...process.argv.slice(2)], { stdio: "inherit" });
  bench.once("exit", (code) => process.exit(code ?? 1));
}

void main();
