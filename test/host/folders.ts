import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The nearest folder upward that holds package.json: test programs run from folders of different depth in `out/`. */
function findRoot(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : findRoot(dirname(folder));
}

export const projectRoot = findRoot(__dirname);
export const partsFolder = join(projectRoot, ".vscode-test");
export const outFolder = join(projectRoot, "out");
export const screenshotsFolder = join(outFolder, "screenshots");
