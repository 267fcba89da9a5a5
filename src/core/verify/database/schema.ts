import { revisionPlace } from "../../model/revisions.ts";
import type { Check, Found, Rule } from "../rule.ts";
import { severities } from "../severities.ts";
import type { Target } from "../target.ts";
import type { DatabaseFacts } from "./facts.ts";

export const SCHEMA_NEWER: Rule = {
  id: "MLR604",
  area: "database",
  level: "quick",
  title: "Database of a newer MLflow",
  why: "An older MLflow does not know the schema's revision and refuses the database: nothing of it is shown.",
  mend: "Use the version of MLflow that wrote it, or a newer one.",
  severity: severities({ data: null, mlflow: "error" }),
};

export const SCHEMA_OLDER: Rule = {
  id: "MLR605",
  area: "database",
  level: "quick",
  title: "Database of an older MLflow",
  why: "A newer MLflow changes the file's schema as soon as it opens it, and older versions cannot read it afterwards.",
  mend: "Open a copy, or commit the changed file once everybody uses the newer MLflow.",
  severity: severities({ data: null, mlflow: "warning" }),
};

export const SCHEMA_UNKNOWN: Rule = {
  id: "MLR606",
  area: "database",
  level: "quick",
  title: "Database of an unknown revision",
  why: "The schema's revision is none up to MLflow 3.18; what is known of its tables is read.",
  mend: "Update this program, if the database is of a newer MLflow.",
  severity: severities({ data: "warning", mlflow: "warning" }),
};

/** The last revision of a version of MLflow. */
const HEADS = [
  { major: 1, minor: 30, revision: "97727af70f4d" },
  { major: 2, minor: 22, revision: "0584bdc529eb" },
  { major: 3, minor: 18, revision: "f4a9b2c7d1e6" },
] as const;

/** Whether the target's MLflow knows the schema's revision, and leaves it as it is. */
export const checkSchema = (target: Target): Check<DatabaseFacts> => {
  return ({ revisions }, tell) => {
    for (const revision of revisions) checkRevision(revision, target, tell);
  };
};

function checkRevision(revision: string, target: Target, tell: (found: Found) => void): void {
  const place = revisionPlace(revision);
  const shown = revision.slice(0, 40);
  if (place < 0) tell({ rule: SCHEMA_UNKNOWN, file: "", message: `The revision ${shown} is not known.` });
  if (place < 0 || target.kind !== "mlflow") return;
  const { known, newest } = headsFor(target);
  if (place > newest)
    tell({ rule: SCHEMA_NEWER, file: "", message: `The revision ${shown} is newer than that MLflow.` });
  if (place < known)
    tell({ rule: SCHEMA_OLDER, file: "", message: `The revision ${shown} is older than that MLflow.` });
}

/** Places of the last revision that a version is sure to know, and of the newest that it may know. */
export function headsFor({ major, minor }: { readonly major: number; readonly minor: number }): {
  known: number;
  newest: number;
} {
  const isUpTo = (head: (typeof HEADS)[number]): boolean =>
    head.major < major || (head.major === major && head.minor <= minor);
  const known = HEADS.filter(isUpTo).at(-1);
  const next = HEADS.find((head) => !isUpTo(head));
  const isExact = known?.major === major && known.minor === minor;
  const newest = isExact ? known : next;
  return {
    known: known ? revisionPlace(known.revision) : -1,
    newest: newest ? revisionPlace(newest.revision) : Number.POSITIVE_INFINITY,
  };
}
