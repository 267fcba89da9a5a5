import { join } from "../../../core/files/scan.ts";
import { checkModelFolder } from "../../../core/verify/artifacts/modelFolder.ts";
import { checkArtifactTree } from "../../../core/verify/artifacts/tree.ts";
import { scanArtifactTree } from "../../../core/verify/facts/artifactTree.ts";
import { scanModelFolder } from "../../../core/verify/facts/modelFolder.ts";
import type { Found } from "../../../core/verify/rule.ts";
import type { FoundFolder } from "./places.ts";

type Tell = (found: Found) => void;

/** Looks at the MLmodel of a folder and what it names. `logged`: MLflow wrote one there for certain. */
export async function lookAtModel(folder: FoundFolder, logged: boolean, tell: Tell): Promise<void> {
  const facts = await folder.driver.run(scanModelFolder(folder.path));
  checkModelFolder({ facts, logged }, below(folder, tell));
}

/** Looks at every file of a folder of artifacts. */
export async function lookAtTree(folder: FoundFolder, tell: Tell): Promise<void> {
  const facts = await folder.driver.run(scanArtifactTree(folder.path));
  checkArtifactTree(facts, below(folder, tell));
  for (const path of facts.models) {
    const model = await folder.driver.run(scanModelFolder(path));
    // Pointers were told of with all other files.
    checkModelFolder({ facts: { ...model, pointers: [] }, logged: false }, below(folder, tell));
  }
}

/** What is told of a driver's files, as of files below the store. */
function below({ prefix }: FoundFolder, tell: Tell): Tell {
  return (found) => tell(prefix === "" ? found : { ...found, file: join(prefix, found.file) });
}
