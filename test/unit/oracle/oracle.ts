import { deepEqual, equal } from "node:assert/strict";
import { join } from "node:path";
import { runBuilt, runHere } from "../cli/commandLine.ts";
import {
  type Export,
  experimentAnswer,
  keyed,
  loggedModelAnswer,
  modelAnswer,
  promptAnswer,
  runAnswer,
  traceAnswer,
} from "./answer.ts";
import { assertSame } from "./differences.ts";
import { type Expected, expectedAnswer, majorOf, readExpected } from "./expected.ts";
import { copyStore, fixtures, temporaryFolder, unpack } from "./stores.ts";

/** What an export says, in the words of `expected.json`. */
function answerOf(found: Export, expected: Expected) {
  const major = majorOf(expected);
  const shown = found.logged_models.filter((model) => model.info.lifecycle_stage === "active");
  return {
    experiments: keyed(found.experiments.map(experimentAnswer), (one) => one.experiment_id),
    runs: keyed(found.runs.map(runAnswer), (one) => one.run_id),
    registered_models: keyed(found.registered_models.map(modelAnswer), (one) => one.name),
    // 2.x has no way to list prompts.
    prompts: major < 3 ? {} : keyed(found.prompts.map(promptAnswer), (one) => one.name),
    logged_models: keyed(shown.map(loggedModelAnswer), (one) => one.model_id),
    traces: keyed(
      found.traces.map((trace) => traceAnswer(trace, major)),
      (one) => one.trace_id,
    ),
  };
}

/** The one problem that the fixtures hold on purpose: a run whose parent is not there. */
const PARENT = "names the parent run 00000000000000000000000000000000, which is not in this store";

/** Compares everything that the command line says about a store with everything that MLflow's client says. */
async function compare(folder: string, expected: Expected): Promise<void> {
  const path = join(folder, expected.backend === "file" ? "mlruns" : "mlflow.db");
  const exported = await runHere(["export", path]);
  equal(exported.code, 0, exported.err);
  const found: Export = JSON.parse(exported.out);
  deepEqual(found.stores, [{ path: ".", kind: expected.backend }]);
  assertSame(expectedAnswer(expected), answerOf(found, expected));
  const problems = found.problems.filter((problem) => !problem.reason.endsWith(PARENT));
  deepEqual(problems, []);

  const built = await runBuilt(["export", path]);
  equal(built.out, exported.out);

  const lines = await runBuilt(["export", path, "--format", "jsonl"]);
  assertSame(found, fromLines(lines.out));
  await compareOrder(path, expected);
}

/** The default order of runs. An active run of a deleted experiment is deleted to us. */
async function compareOrder(path: string, expected: Expected): Promise<void> {
  const { runs } = expectedAnswer(expected);
  const ids = async (...more: string[]): Promise<string[]> =>
    JSON.parse((await runHere(["runs", path, "--format", "json", ...more])).out).runs.map(
      (run: Export["runs"][number]) => run.info.run_id,
    );
  deepEqual(await ids("--deleted"), expected.run_order.ALL);
  deepEqual(
    await ids(),
    expected.run_order.ACTIVE_ONLY.filter((id) => runs[id]?.lifecycle_stage === "active"),
  );
}

const PLURAL: Readonly<Record<string, keyof Export>> = {
  store: "stores",
  experiment: "experiments",
  run: "runs",
  registered_model: "registered_models",
  prompt: "prompts",
  logged_model: "logged_models",
  trace: "traces",
  problem: "problems",
};

function fromLines(text: string): Record<string, unknown[]> {
  const lists: Record<string, unknown[]> = Object.fromEntries(Object.values(PLURAL).map((plural) => [plural, []]));
  for (const line of text.trimEnd().split("\n")) {
    const { type, ...item } = JSON.parse(line);
    lists[PLURAL[type] ?? ""]?.push(item);
  }
  return lists;
}

/** One test for each store as checked out, and one for it as MLflow left it. */
export function oracleSuite(kind: "file" | "sqlite"): void {
  const temporary = temporaryFolder();
  for (const { name, folder, archive } of fixtures(kind)) {
    const expected = readExpected(folder);
    it(`${name}, as checked out, is what MLflow ${expected.mlflow} reads`, async () => {
      await compare(copyStore(folder, join(temporary(), placeOf(name))), expected);
    }).timeout(60_000);
    if (!archive) continue;
    it(`${name}, with its empty folders, is what MLflow ${expected.mlflow} reads`, async () => {
      await compare(unpack(archive, join(temporary(), `${placeOf(name)} whole`)), expected);
    }).timeout(60_000);
  }
}

/** A fixture's name as a folder's: stores beside the project begin with `../`, which would lead out of the temporary one. */
function placeOf(name: string): string {
  return name.replace(/[^\w.-]|\.\./g, "_");
}
