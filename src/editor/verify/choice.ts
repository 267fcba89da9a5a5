import type { Level } from "../../core/verify/rule.ts";
import { parseTarget, targetText } from "../../core/verify/target.ts";
import type { VerifyRequest } from "../../engine/verify/request.ts";
import { t } from "../base/l10n.ts";

/** For whom and how thoroughly the data is verified, as commands, tasks and the workspace's memory have it. */
export interface VerifyChoice {
  /** `data`, `migration` or `mlflow-3.18`. */
  readonly target: string;
  readonly level: Level;
}

export const USUAL: VerifyChoice = { target: "data", level: "full" };

const LEVELS: readonly Level[] = ["quick", "full", "bytes"];

/** What was chosen; what is left out is as usual. Throws one sentence where it is none of ours. */
export function choiceOf(given: unknown): VerifyChoice {
  if (typeof given !== "object" || given === null) return USUAL;
  const { target = USUAL.target, level = USUAL.level } = given as Partial<Record<keyof VerifyChoice, unknown>>;
  const isTarget = typeof target === "string" && parseTarget(target) !== null;
  if (!isTarget) throw new Error(t("The target is data, migration, or a version of MLflow such as mlflow-3.18."));
  const known = LEVELS.find((name) => name === level);
  if (known === undefined) throw new Error(t("The level is quick, full or bytes."));
  return { target, level: known };
}

export function requestOf({ target, level }: VerifyChoice): VerifyRequest {
  return { target: parseTarget(target) ?? { kind: "data" }, level, only: null };
}

/** The target of a version as people write it (`3.18`, `3.18.0`, `v2.22`); null where it is none. */
export function targetOfVersion(text: string): string | null {
  const [, major, minor] = /^\s*v?(\d{1,3})\.(\d{1,3})(\.\w+)*\s*$/.exec(text) ?? [];
  return major === undefined ? null : targetText({ kind: "mlflow", major: Number(major), minor: Number(minor) });
}
