import { revisionPlace } from "../../model/revisions.ts";
import { headsFor } from "../database/schema.ts";
import type { Check, Rule } from "../rule.ts";
import { severities } from "../severities.ts";

const error = severities({ data: "error", mlflow: "error" });

export const SERVER_UNREACHABLE: Rule = {
  id: "MLR801",
  area: "server",
  level: "quick",
  title: "Server that does not answer",
  why: "Nobody can look at the runs there, and nothing of it could be held against the store.",
  mend: "Start it, or correct the address; its log says why it stopped, and --target with its version what it stumbles over.",
  severity: error,
};

export const SERVER_REFUSES: Rule = {
  id: "MLR802",
  area: "server",
  level: "quick",
  title: "Server that does not list what it holds",
  why: "The server is up, but fails on the question that its own page asks first, so the page shows nothing of it either.",
  mend: "See its log; one damaged file makes MLflow fail on a whole experiment, and --target with its version names the file.",
  severity: error,
};

export const SERVER_OTHER_SCHEMA: Rule = {
  id: "MLR808",
  area: "server",
  level: "quick",
  title: "Server of an MLflow that does not fit the database",
  why: "An older MLflow cannot open the database; a newer one changes its schema as soon as it does, after which older ones cannot.",
  mend: "Run the version that wrote the database, or change the schema of a copy by `mlflow db upgrade` first.",
  severity: severities({ data: "warning", mlflow: "warning" }),
};

export interface VersionInput {
  /** As the server tells it, `3.18.0`. */
  readonly version: string;
  readonly revisions: readonly string[];
}

/** Whether the server's MLflow opens the database, and leaves it as it is. */
export const checkServerVersion: Check<VersionInput> = ({ version, revisions }, tell) => {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  if (major === undefined || minor === undefined) return;
  const { known, newest } = headsFor({ major: Number(major), minor: Number(minor) });
  for (const revision of revisions) {
    const place = revisionPlace(revision);
    if (place < 0 || (place >= known && place <= newest)) continue;
    const state = place > newest ? "newer than that MLflow" : "older than that MLflow";
    const message = `The server is MLflow ${version}; the database's schema, ${revision}, is ${state}.`;
    tell({ rule: SERVER_OTHER_SCHEMA, file: "", message });
  }
};
