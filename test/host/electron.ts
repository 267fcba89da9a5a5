import { spawnSync } from "node:child_process";
import { runElectronSuite } from "./electronSuite.ts";
import { describeSurroundings, surroundings } from "./hostSuite.ts";

/** The host suite in a desktop VS Code, in all its surroundings. */
async function main(): Promise<void> {
  const built = spawnSync(process.execPath, ["esbuild.mjs", "--tests"], { stdio: "inherit" });
  if (built.status !== 0) throw new Error("the build failed");
  const total = { passed: 0, failed: 0 };
  for (const where of surroundings) {
    console.log(`\n=== ${describeSurroundings(where)}`);
    const { passed, failed } = await runElectronSuite(where);
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
