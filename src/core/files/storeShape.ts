import { byText } from "../model/text.ts";
import { parseYaml } from "./yaml.ts";

/** Folders that count as stores by their name alone. */
export function isStoreName(name: string): boolean {
  return /^(mlruns|mlflow_runs?)$/.test(name);
}

/** Whether the text of a `meta.yaml` is an experiment's: not a run's, nor a logged model's, which also name one. */
export function isExperimentMeta(text: string): boolean {
  const { fields } = parseYaml("meta.yaml", text);
  if (["run_id", "run_uuid", "model_id"].some((key) => fields.has(key))) return false;
  return fields.has("experiment_id") && (fields.has("artifact_location") || fields.has("lifecycle_stage"));
}

/** Deleted experiments lie here; never a store of its own. */
export const TRASH = ".trash";

const SKIPPED = new Set([
  ...["node_modules", "bower_components", "site-packages", "__pycache__", "__MACOSX", TRASH],
  ...[".git", ".hg", ".svn", ".venv", ".tox", ".nox", ".eggs", ".cache", ".npm", ".gradle", ".terraform"],
  ...[".mypy_cache", ".pytest_cache", ".ruff_cache", ".ipynb_checkpoints", ".vscode", ".vscode-test", ".idea"],
]);

/** Folders of tools, in which no store is looked for. */
export function isSkippedFolder(name: string): boolean {
  return SKIPPED.has(name);
}

/** A file that marks its folder as a Python environment, in which no store is looked for. */
export const ENVIRONMENT_MARK = "pyvenv.cfg";

/** What a run's or experiment's folder holds, even one without its metadata file. */
const TRACES_OF_RUNS = new Set(["meta.yaml", "metrics", "params", "tags"]);

/** Whether the entries of a folder are those of a run or experiment rather than of artifacts only. */
export function looksLikeRun(names: readonly string[]): boolean {
  return names.some((name) => TRACES_OF_RUNS.has(name));
}

/** Names in the order in which an experiment is found soonest: MLflow's ids are numbers. */
export function likelyExperimentsFirst(names: readonly string[]): string[] {
  const rank = (name: string): number => (/^\d+$/.test(name) ? 0 : 1);
  return [...names].sort((a, b) => rank(a) - rank(b) || byText(a, b));
}

/** Whether a file may be a database of MLflow's by its name. */
export function isDatabaseName(name: string): boolean {
  return /\.(db|sqlite|sqlite3|db3)$/i.test(name);
}

/** The name that MLflow gives its database: such a file counts even where it cannot be read. */
export const DATABASE_NAME = "mlflow.db";

const MAGIC = "SQLite format 3\0";
const TABLES = ["experiments", "runs", "alembic_version"].map(
  (table) => new RegExp(`CREATE TABLE (?:IF NOT EXISTS )?["'\`[]?${table}\\b`, "i"),
);

/** How much of a database's start `isMlflowDatabase` wants to see: the table definitions of 3.18 begin at 89 kB. */
export const DATABASE_HEAD = 256 << 10;

/** Whether bytes are the start of an SQLite file. */
export function isSqlite(head: Uint8Array): boolean {
  return latin1(head.subarray(0, MAGIC.length)) === MAGIC;
}

/** Whether the start of a file is an SQLite database with MLflow's tables; Optuna's, say, has other ones. */
export function isMlflowDatabase(head: Uint8Array): boolean {
  if (!isSqlite(head)) return false;
  const text = latin1(head);
  return TABLES.filter((table) => table.test(text)).length >= 2;
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}
