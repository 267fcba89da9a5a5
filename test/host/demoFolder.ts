import { rmSync } from "node:fs";
import { join } from "node:path";
import { makeDemo } from "../demo/make.ts";
import { partsFolder } from "./folders.ts";

/** Makes the demo repository anew, so that it always shows the same. */
export async function makeDemoFolder(): Promise<string> {
  const folder = join(partsFolder, "demo");
  rmSync(folder, { recursive: true, force: true });
  await makeDemo(folder);
  return folder;
}
