import { spawn } from "node:child_process";
import { join } from "node:path";
import { outFolder } from "./folders.ts";
import { sqliteNode } from "./node.ts";

/** Hands over to the comparison with the real MLflow, with a Node that can open databases. */
async function main(): Promise<void> {
  const program = join(outFolder, "mlflow/main.js");
  const comparison = spawn(await sqliteNode(), [program, ...process.argv.slice(2)], { stdio: "inherit" });
  comparison.once("exit", (code) => process.exit(code ?? 1));
}

void main();
