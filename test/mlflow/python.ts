import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { partsFolder } from "../host/folders.ts";

const WANTED = "3.18.0";
const PROBE = "import mlflow.version, sqlparse; print(mlflow.version.VERSION, sqlparse.__version__)";

/** There is no Python to compare with; `message` says why and what to do. */
export class NoPython extends Error {}

/** A Python that has MLflow 3.18: the one given, else one of our own, made by pip the first time. Throws NoPython. */
export function pythonWithMlflow(given: string | null): string {
  if (given !== null) {
    const version = mlflowOf(given);
    if (version !== null) return given;
    throw new NoPython(
      `${given} has no MLflow: give --python a Python with mlflow==${WANTED}, or none to have one made.`,
    );
  }
  const folder = join(partsFolder, `mlflow-${WANTED}`);
  const python = join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  if (!existsSync(python) || mlflowOf(python) === null) makeEnvironment(folder, python);
  return python;
}

function makeEnvironment(folder: string, python: string): void {
  console.log(`Installing mlflow==${WANTED} into ${folder}; this takes a minute or two, once.`);
  const base = ["python3", "python"].find((name) => spawnSync(name, ["--version"]).status === 0);
  if (base === undefined)
    throw new NoPython(`There is no Python on the PATH: install Python 3.10 or newer, or give --python.`);
  run(base, ["-m", "venv", folder], `"${base} -m venv" failed`);
  const pip = (...args: string[]): boolean => install(python, args);
  // Not every index has the parts of this version apart; those of the last do.
  const isWhole = pip(`mlflow==${WANTED}`, "sqlparse==0.6.1");
  if (isWhole || (pip("mlflow==3.17.2", "sqlparse==0.6.1") && pip("--no-deps", `mlflow==${WANTED}`))) return;
  throw new NoPython(
    `pip could not install mlflow==${WANTED}: connect to a package index, or give --python a Python that has it.`,
  );
}

function install(python: string, packages: readonly string[]): boolean {
  return (
    spawnSync(python, ["-m", "pip", "install", "--quiet", ...packages], { stdio: ["ignore", "inherit", "ignore"] })
      .status === 0
  );
}

function run(command: string, args: readonly string[], failure: string): void {
  const { status, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new NoPython(`${failure}: ${stderr.trim().split("\n").at(-1) ?? ""}`);
}

/** The version of MLflow that a Python has; null where it has none. */
function mlflowOf(python: string): string | null {
  const { status, stdout } = spawnSync(python, ["-W", "ignore", "-c", PROBE], { encoding: "utf8" });
  if (status !== 0) return null;
  const [version = "", sqlparse = ""] = stdout.trim().split(" ");
  if (version !== WANTED) console.log(`Note: this is MLflow ${version} with sqlparse ${sqlparse}, not ${WANTED}.`);
  return version;
}
