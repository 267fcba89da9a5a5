import type { Place } from "../../docker/yamlNode.ts";
import type { Found, Rule } from "../rule.ts";
import { type Severities, severities } from "../severities.ts";

type Words = Pick<Rule, "id" | "title" | "why" | "mend" | "fix">;

/** What keeps a container from showing a store: the data itself is whole. */
export function composeRule(words: Words, { data, mlflow }: Severities = { data: "warning", mlflow: "error" }): Rule {
  return {
    ...words,
    area: "compose",
    level: "quick",
    severity: severities(mlflow === undefined ? { data } : { data, mlflow }),
  };
}

export function foundAt(rule: Rule, { file, line, column }: Place, message: string): Found {
  return { rule, file, line, column, message };
}
