import type { ArtifactTreeFacts } from "../facts/artifactTree.ts";
import { TREE_LIMITS } from "../facts/artifactTree.ts";
import type { Check, Rule } from "../rule.ts";
import { severities } from "../severities.ts";
import { MODEL_FILE_POINTER } from "./modelFolder.ts";

export const ARTIFACT_UNPARSED: Rule = {
  id: "MLR427",
  area: "artifacts",
  level: "bytes",
  title: "Table or JSON artifact that does not read as one",
  why: "What was logged was cut or changed, and MLflow cannot show it. Files up to 4 MiB are looked at.",
  mend: "Restore the file from Git or a backup.",
  severity: severities({ data: "warning", mlflow: "warning" }),
};

export const ARTIFACT_LINK: Rule = {
  id: "MLR428",
  area: "artifacts",
  level: "bytes",
  title: "Link among artifacts that leads out of the store, or to nothing",
  why: "What it leads to is in no clone of the repository, and may be anything on the reader's machine.",
  mend: "Put the file itself in its place.",
  severity: severities({ data: "error", mlflow: "warning" }),
};

export const ARTIFACTS_MANY: Rule = {
  id: "MLR429",
  area: "artifacts",
  level: "bytes",
  title: "More artifacts than are looked at",
  why: `Of one run ${TREE_LIMITS.entries.toLocaleString("en-US")} files in folders up to ${TREE_LIMITS.depth} deep are looked at.`,
  mend: "Nothing need be done; the files beyond were not verified.",
  severity: severities({ data: "info" }),
};

/** Whether every artifact is what its name says, and lies where it seems to. */
export const checkArtifactTree: Check<ArtifactTreeFacts> = ({ root, unparsed, pointers, links, isWhole }, tell) => {
  for (const { path, line, reason } of unparsed) {
    const place = line === null ? {} : { line };
    tell({ rule: ARTIFACT_UNPARSED, file: path, ...place, message: `The file ${reason}.` });
  }
  for (const path of pointers) {
    tell({ rule: MODEL_FILE_POINTER, file: path, message: "The file is a Git LFS pointer, not the file itself." });
  }
  for (const { path, leads } of links) {
    const where = leads === "outside" ? "out of the store" : "to nothing";
    tell({ rule: ARTIFACT_LINK, file: path, message: `It is a link ${where}.` });
  }
  if (!isWhole) tell({ rule: ARTIFACTS_MANY, file: root, message: "Not every file in it was looked at." });
};
