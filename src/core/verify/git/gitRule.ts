import type { Rule } from "../rule.ts";
import { severities } from "../severities.ts";

type Words = Pick<Rule, "id" | "title" | "why" | "mend">;

/** A rule about Git: it concerns the data, whatever MLflow is to open it. */
export function gitRule({ data, ...words }: Words & { readonly data: "warning" | "info" }): Rule {
  return { ...words, area: "git", level: "full", severity: severities({ data }) };
}
