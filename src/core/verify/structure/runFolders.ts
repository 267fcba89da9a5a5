import { baseName, failureReason } from "../../files/scan.ts";
import type { KeyEntry } from "../facts/keyEntry.ts";
import type { RunFacts } from "../facts/runFacts.ts";
import type { TextFacts } from "../facts/textFacts.ts";
import type { RunCheck } from "../input.ts";
import type { Found, Rule } from "../rule.ts";
import { severities } from "../severities.ts";

export const RUN_FOLDER_MISSING: Rule = {
  id: "MLR110",
  area: "structure",
  level: "quick",
  title: "Run without an empty folder that MLflow looks for",
  why: "Git keeps no empty folders. Nothing is lost, but from 3.9 on MLflow says that such a run is not found.",
  mend: "Create the folders named (never by .gitkeep, which MLflow takes for a metric); they are not kept by Git.",
  fix: { title: "Create the empty folders", isLocal: true },
  severity: severities({ data: "info", mlflow: [{ from: [3, 9], severity: "error" }] }),
};

export const STRAY_IN_METRICS: Rule = {
  id: "MLR111",
  area: "structure",
  level: "quick",
  title: "Empty stray file among the metrics",
  why: "MLflow takes every file in this folder for a metric, and its search fails for the whole experiment.",
  mend: "Remove the file.",
  fix: { title: "Delete the stray files" },
  severity: severities({ data: "info", mlflow: "error" }),
};

export const STRAY_WITH_CONTENT: Rule = {
  id: "MLR128",
  area: "structure",
  level: "full",
  title: "Stray file with content among the metrics",
  why: "MLflow reads it as a metric: its search fails for the whole experiment, and its migration stops.",
  mend: "Remove the file.",
  fix: { title: "Delete the stray files" },
  severity: severities({ data: "info", mlflow: "error", migration: "error" }),
};

export const FILE_FOR_FOLDER: Rule = {
  id: "MLR112",
  area: "structure",
  level: "quick",
  title: "File where a folder belongs",
  why: "The params, metrics or tags of the run cannot be there, and from 3.9 on MLflow says that the run is not found.",
  mend: "Restore the folder from Git; move the file elsewhere if it is wanted.",
  severity: severities({ data: "error", mlflow: [{ from: [3, 9], severity: "error" }] }),
};

export const UNREADABLE: Rule = {
  id: "MLR113",
  area: "structure",
  level: "quick",
  title: "File or folder that cannot be read",
  why: "What it holds is lost for every reader, and MLflow's search fails for the whole experiment.",
  mend: "Give back the right to read it, or restore it from Git or a backup.",
  severity: severities({ data: "error", mlflow: "error", migration: "error" }),
};

export const NOT_A_FILE: Rule = {
  id: "MLR114",
  area: "structure",
  level: "quick",
  title: "Link out of the store, or a device, where a file belongs",
  why: "What it leads to is in no clone of the repository, and may be anything on the reader's machine.",
  mend: "Put the file itself in its place.",
  severity: severities({ data: "error", mlflow: "warning" }),
};

export const LINK_TO_NOTHING: Rule = {
  id: "MLR116",
  area: "structure",
  level: "quick",
  title: "Link to nothing where a file belongs",
  why: "The value is lost, and MLflow's search fails for the whole experiment.",
  mend: "Put the file itself in its place, or remove the link.",
  severity: severities({ data: "error", mlflow: "error", migration: "warning" }),
};

const FOLDERS = ["params", "metrics", "artifacts"];
const KEY_FOLDERS = ["params", "metrics", "tags"];

/** Whether a run's folders are there, are folders, and hold nothing that is mistaken for a value. */
export const checkRunFolders: RunCheck = ({ run }, tell) => {
  const { listing, folder } = run;
  if (listing.entries === null) {
    tell({ rule: UNREADABLE, file: folder, message: `The folder cannot be listed: ${failureReason(listing.code)}.` });
    return;
  }
  const kinds = new Map(listing.entries.map(({ name, kind }) => [name, kind]));
  const missing = FOLDERS.filter((name) => !kinds.has(name));
  if (missing.length > 0 && run.meta.present) {
    const which = missing.length === 1 ? `folder ${missing[0]}` : `folders ${missing.join(", ")}`;
    const edits = missing.map((name) => ({ kind: "create-folder" as const, path: `${folder}/${name}` }));
    tell({ rule: RUN_FOLDER_MISSING, file: folder, message: `The run has no ${which}.`, edits });
  }
  for (const name of KEY_FOLDERS) {
    const kind = kinds.get(name);
    if (kind === undefined || kind === "folder") continue;
    tell({
      rule: kind === "file" ? FILE_FOR_FOLDER : NOT_A_FILE,
      file: `${folder}/${name}`,
      message: `${name} is no folder.`,
    });
  }
  for (const { path, code } of run.unlisted) {
    tell({ rule: UNREADABLE, file: path, message: `The folder cannot be listed: ${failureReason(code)}.` });
  }
  checkEntries(run, tell);
};

function checkEntries({ params, tags, metrics }: RunFacts, tell: (found: Found) => void): void {
  for (const { path, bytes, stray, kind } of metrics) {
    if (!stray) continue;
    tell({
      rule: bytes > 0 ? STRAY_WITH_CONTENT : STRAY_IN_METRICS,
      file: path,
      message: `${baseName(path)} is no metric.`,
      ...(kind === "file" ? { edits: [{ kind: "delete", path }] } : {}),
    });
  }
  for (const entries of [params, tags, metrics]) {
    for (const entry of entries) if (!entry.stray) checkEntry(entry, tell);
  }
}

function checkEntry(
  { path, kind, leads, failure }: KeyEntry & Pick<TextFacts, "failure">,
  tell: (found: Found) => void,
) {
  if (leads === "nothing") tell({ rule: LINK_TO_NOTHING, file: path, message: "It is a link to nothing." });
  else if (leads === "outside" || kind === "other") {
    const what = kind === "link" ? "a link out of the store" : "no regular file";
    tell({ rule: NOT_A_FILE, file: path, message: `It is ${what} and was not read.` });
  } else if (failure !== null) {
    tell({ rule: UNREADABLE, file: path, message: `It cannot be read: ${failureReason(failure)}.` });
  }
}
