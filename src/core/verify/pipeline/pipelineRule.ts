import type { Rule } from "../rule.ts";
import { severities } from "../severities.ts";

type Words = Pick<Rule, "id" | "title" | "why" | "mend">;

/** A rule about the pipeline's files: it concerns the data, whatever MLflow is to open it. */
export function pipelineRule({ data, ...words }: Words & { readonly data: "error" | "warning" | "info" }): Rule {
  return { ...words, area: "pipeline", level: "full", severity: severities({ data }) };
}
