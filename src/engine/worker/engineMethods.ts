import type { Engine } from "../engine.ts";
import type { Methods } from "./rpc.ts";

/** The methods of an engine that are called by name; events go their own way. */
export const ENGINE_METHODS = [
  "open",
  "stores",
  "experiments",
  "runs",
  "groups",
  "bestRuns",
  "run",
  "series",
  "bands",
  "ghost",
  "compare",
  "compareFiles",
  "fileContents",
  "exportStore",
  "compareModels",
  "compareTables",
  "artifacts",
  "artifact",
  "preview",
  "registry",
  "loggedModels",
  "traces",
  "problems",
  "metricKeys",
  "keys",
  "filterAdvice",
  "countRuns",
  "search",
  "config",
  "configure",
  "verify",
  "verifyBetween",
  "planMend",
  "applyMend",
  "verifyReport",
  "verifyProgress",
  "cancelVerify",
  "verifyChanges",
  "standing",
  "rulePage",
  "editRun",
  "undoRunEdit",
  "tableColumns",
  "tablePage",
  "tableRuns",
  "runsText",
  "trend",
  "find",
  "noteChanged",
  "refresh",
  "show",
  "settled",
  "close",
] as const satisfies readonly (keyof Engine)[];

/** Fails to compile when a method of the engine is not in the list. */
type Unlisted = Exclude<keyof Engine, (typeof ENGINE_METHODS)[number] | "onDidChange">;
true satisfies [Unlisted] extends [never] ? true : Unlisted;

export function engineMethods(engine: Engine): Methods {
  return Object.fromEntries(ENGINE_METHODS.map((name) => [name, engine[name].bind(engine)])) as Methods;
}
