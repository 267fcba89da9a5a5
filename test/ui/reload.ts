import type { Workbench } from "./workbench.ts";

/** Reloads the window as its own command does: a reload by the browser would lose what VS Code has not yet stored. */
export async function reload(bench: Workbench): Promise<void> {
  await Promise.all([bench.page.waitForEvent("load"), bench.run("Developer: Reload Window")]);
  await bench.page.locator(".monaco-workbench .activitybar").waitFor();
}
