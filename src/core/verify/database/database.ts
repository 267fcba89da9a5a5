import type { Check, Rule } from "../rule.ts";
import { severities } from "../severities.ts";
import type { DatabaseFacts } from "./facts.ts";

export const DATABASE_CORRUPT: Rule = {
  id: "MLR601",
  area: "database",
  level: "full",
  title: "Database that SQLite finds damaged",
  why: "Pages of the file contradict each other: rows may be missing or wrong, and more may be lost by writing on.",
  mend: "Restore the file from Git or a backup, or save what can be read with `sqlite3 mlflow.db .recover`.",
  severity: severities({ data: "error", mlflow: "error", migration: "error" }),
};

export const ROW_WITHOUT_PARENT: Rule = {
  id: "MLR602",
  area: "database",
  level: "full",
  title: "Rows that refer to a row that is not there",
  why: "Metrics, params or tags belong to a run that is gone, so nobody shows them.",
  mend: "Restore the run from a backup, or delete the rows.",
  severity: severities({ data: "warning", mlflow: "info" }),
};

export const ROW_UNREADABLE: Rule = {
  id: "MLR603",
  area: "database",
  level: "quick",
  title: "Part of a database that cannot be read as it stands",
  why: "A table, column or row is in a form that no version of MLflow writes.",
  mend: "Restore the file from Git or a backup.",
  severity: severities({ data: "error", mlflow: "error" }),
};

export const DATABASE_CLOSED: Rule = {
  id: "MLR607",
  area: "database",
  level: "quick",
  title: "Database that cannot be opened",
  why: "Nothing of it can be read, by MLflow neither.",
  mend: "Restore the file from Git or a backup; where it is a Git LFS pointer, run `git lfs pull`.",
  severity: severities({ data: "error", mlflow: "error" }),
};

/** What a database says of itself. */
export const checkDatabase: Check<DatabaseFacts> = ({ integrity, orphans, unread }, tell) => {
  for (const line of integrity ?? []) {
    if (line !== "ok") tell({ rule: DATABASE_CORRUPT, file: "", message: `SQLite says: ${line.slice(0, 200)}.` });
  }
  for (const { table, parent, rows } of orphans ?? []) {
    const message = `${rows.toLocaleString("en-US")} rows of ${table} refer to rows of ${parent} that are not there.`;
    tell({ rule: ROW_WITHOUT_PARENT, file: "", message });
  }
  for (const message of unread) tell({ rule: ROW_UNREADABLE, file: "", message });
};
