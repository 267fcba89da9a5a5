import { leftoverReason } from "../../files/bytes.ts";
import type { TextFacts } from "../facts/textFacts.ts";
import type { RunCheck } from "../input.ts";
import type { Found, Rule } from "../rule.ts";
import { severities } from "../severities.ts";

export const TEXT_NOT_UTF8: Rule = {
  id: "MLR209",
  area: "values",
  level: "full",
  title: "Param or tag that is not UTF-8",
  why: "Its characters cannot be read for sure, and MLflow's search fails for the whole experiment.",
  mend: "Write the file in UTF-8.",
  severity: severities({ data: "warning", mlflow: "error", migration: "error" }),
};

export const TEXT_LEFTOVER: Rule = {
  id: "MLR210",
  area: "values",
  level: "full",
  title: "Conflict or LFS pointer in the place of a value",
  why: "Git left something else where the value was: every reader, MLflow too, shows it as if it had been logged.",
  mend: "Resolve the conflict, or run `git lfs pull`.",
  severity: severities({ data: "error", mlflow: "warning", migration: "warning" }),
};

export const TEXT_TOO_LONG: Rule = {
  id: "MLR211",
  area: "values",
  level: "full",
  title: "Param or tag longer than MLflow takes",
  why: "MLflow reads it from files, but would not log it again, and a database may refuse it.",
  mend: "Keep long texts as artifacts.",
  severity: severities({ data: "info" }),
};

const LIMITS = { param: 6000, tag: 8000 } as const;

/** Whether params and tags hold what was logged, in a form and length that MLflow takes. */
export const checkTexts: RunCheck = ({ run }, tell) => {
  for (const fact of run.params) checkText(fact, "param", tell);
  for (const fact of run.tags) checkText(fact, "tag", tell);
};

function checkText(
  { path, text, lossy, leftover, stray }: TextFacts,
  kind: keyof typeof LIMITS,
  tell: (found: Found) => void,
): void {
  if (text === null || stray) return;
  if (leftover !== null) {
    tell({
      rule: TEXT_LEFTOVER,
      file: path,
      line: leftover.line,
      message: `The ${kind} ${leftoverReason(leftover.code)}.`,
    });
  } else if (lossy) tell({ rule: TEXT_NOT_UTF8, file: path, message: `The ${kind} is not UTF-8 text.` });
  if (text.length > LIMITS[kind]) {
    const message = `The ${kind} has ${text.length.toLocaleString("en-US")} characters; MLflow logs up to ${LIMITS[kind]}.`;
    tell({ rule: TEXT_TOO_LONG, file: path, message });
  }
}
