import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { tellStory } from "./story.ts";

/**
 * Makes the demo repository in `folder`, which must be empty or not there: a Git repository with six weeks of a pipeline's
 * history on `main` and the branch `feature/gradient-boosting`. The same bytes and commits every time.
 */
export async function makeDemo(folder: string): Promise<void> {
  mkdirSync(join(folder, "other-project"), { recursive: true });
  writeFileSync(join(folder, "other-project/mlflow.db"), gunzipSync(readFileSync(besideSource("other-project.db.gz"))));
  tellStory(folder);
}

/** Finds a file of test/demo from wherever this program was bundled to. */
function besideSource(name: string): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const file = join(folder, "test/demo", name);
    if (existsSync(file)) return file;
    if (dirname(folder) === folder) throw new Error(`${name} not found above ${__dirname}`);
  }
}
