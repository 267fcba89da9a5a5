import { extensions } from "vscode";
import type { Api } from "../../../src/editor/extension.ts";

/** What VS Code calls in its extension host in the place of tests: prints the processor time that `activate` took. */
export async function run(): Promise<void> {
  const extension = extensions.getExtension<Api>("mlflow-runs.mlflow-runs");
  if (extension === undefined) throw new Error("the extension is not there");
  const { activationMs } = await extension.activate();
  console.log(`activate() took ${activationMs} ms`);
}
