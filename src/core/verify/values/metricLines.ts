import type { Rewrite } from "../../model/finding.ts";
import type { LineFault, MetricFacts } from "../facts/metricFacts.ts";
import type { RunCheck } from "../input.ts";
import type { Found, Rule } from "../rule.ts";
import { severities } from "../severities.ts";

export const METRIC_LINE_MALFORMED: Rule = {
  id: "MLR201",
  area: "values",
  level: "full",
  title: "Metric line that cannot be read",
  why: "The value logged there is lost, and MLflow's search fails for the whole experiment.",
  mend: "Correct the line to `timestamp value step`, or restore the file from Git.",
  severity: severities({ data: "error", mlflow: "error", migration: "error" }),
};

export const METRIC_LINE_BLANK: Rule = {
  id: "MLR202",
  area: "values",
  level: "full",
  title: "Blank line in a metric file",
  why: "Nothing is lost, but MLflow's search fails for the whole experiment.",
  mend: "Remove the line.",
  fix: { title: "Remove the blank lines" },
  severity: severities({ data: "warning", mlflow: "error", migration: "error" }),
};

export const METRIC_LINE_TWICE: Rule = {
  id: "MLR203",
  area: "values",
  level: "full",
  title: "Metric line logged twice",
  why: "A database takes each line once: MLflow's migration stops at the first such line and moves nothing.",
  mend: "Remove the repeated lines.",
  fix: { title: "Remove the repeated lines" },
  severity: severities({ data: "info", migration: "error" }),
};

export const METRIC_LINE_CUT: Rule = {
  id: "MLR204",
  area: "values",
  level: "full",
  title: "Metric file cut short",
  why: "The last write did not finish, so the last value is lost or wrong.",
  mend: "Remove the last line, or restore the file from Git.",
  fix: { title: "Remove the last line, which is cut short" },
  severity: severities({ data: "error", mlflow: "error", migration: "error" }),
};

export const METRIC_STEP_CUT: Rule = {
  id: "MLR214",
  area: "values",
  level: "full",
  title: "Metric file cut short behind a value",
  why: "The last write did not finish, so the last step is lost and the last digits of the value may be; MLflow reads step 0.",
  mend: "Remove the last line, or restore the file from Git.",
  fix: { title: "Remove the last line, which is cut short" },
  severity: severities({ data: "error", mlflow: "warning", migration: "warning" }),
};

export const METRIC_EMPTY: Rule = {
  id: "MLR205",
  area: "values",
  level: "full",
  title: "Empty metric file",
  why: "The metric's values are lost, and MLflow's search fails for the whole experiment.",
  mend: "Restore the file from Git, or remove it.",
  severity: severities({ data: "error", mlflow: "error" }),
};

export const METRIC_OF_DATASET: Rule = {
  id: "MLR206",
  area: "values",
  level: "full",
  title: "Metric line with a dataset",
  why: "MLflow 3 writes five fields for a metric of a dataset: older versions fail on them, and 3.x itself reads step 0.",
  mend: "Open the store with this extension or MLflow 3; the true steps are in the file.",
  severity: severities({
    data: null,
    mlflow: [
      { from: [3, 0], severity: "warning" },
      { from: [0, 0], before: [3, 0], severity: "error" },
    ],
  }),
};

export const METRIC_FIELDS: Rule = {
  id: "MLR207",
  area: "values",
  level: "full",
  title: "Metric line with fields that MLflow does not expect",
  why: "The value reads well, but MLflow's search fails for the whole experiment: often a dataset's name holds a space.",
  mend: "Write the dataset's name without spaces, or cut the line to `timestamp value step`.",
  severity: severities({ data: "warning", mlflow: "error" }),
};

export const METRIC_STEP_LARGE: Rule = {
  id: "MLR215",
  area: "values",
  level: "full",
  title: "Step that is no 64-bit number",
  why: "Files hold steps of any size, a database does not: MLflow's migration stops there.",
  mend: "Correct the step.",
  severity: severities({ data: "info", migration: "error" }),
};

export const METRIC_LINE_ENDS: Rule = {
  id: "MLR216",
  area: "values",
  level: "full",
  title: "Metric file with line ends of two kinds",
  why: "Nothing is lost, but the file was changed by something else than MLflow, and Git shows all of it as changed once that is undone.",
  mend: "End all lines as MLflow does, by a line feed alone.",
  fix: { title: "End all lines by a line feed alone" },
  severity: severities({ data: "info" }),
};

/** Whether every line of every metric is one that MLflow could have written, to its end, once. */
export const checkMetricLines: RunCheck = ({ run }, tell) => {
  for (const metric of run.metrics) {
    if (metric.read && !metric.stray) checkMetric(metric, tell);
  }
};

function checkMetric(metric: MetricFacts, tell: (found: Found) => void): void {
  if (metric.bytes === 0) tell({ rule: METRIC_EMPTY, file: metric.path, message: "The file is empty." });
  tellFaults(metric, tell);
  tellDuplicates(metric, tell);
  tellForms(metric, tell);
  tellEnds(metric, tell);
}

const RULE_OF: Readonly<Record<LineFault["kind"], Rule>> = {
  blank: METRIC_LINE_BLANK,
  cut: METRIC_LINE_CUT,
  "cut-step": METRIC_STEP_CUT,
  malformed: METRIC_LINE_MALFORMED,
  conflict: METRIC_LINE_MALFORMED,
  "two-spaces": METRIC_LINE_MALFORMED,
};

const EDITS_OF: Partial<Readonly<Record<LineFault["kind"], readonly Rewrite[]>>> = {
  blank: [{ kind: "drop-blank" }],
  cut: [{ kind: "cut-last" }],
  "cut-step": [{ kind: "cut-last" }],
};

function tellFaults({ path, faults, faultCount }: MetricFacts, tell: (found: Found) => void): void {
  for (const { line, kind, text } of faults) {
    const edits = EDITS_OF[kind]?.map((edit) => ({ ...edit, path }));
    tell({ rule: RULE_OF[kind], file: path, line, message: `The line ${text}.`, ...(edits && { edits }) });
  }
  const untold = faultCount - faults.length;
  if (untold > 0) tell({ rule: METRIC_LINE_MALFORMED, file: path, message: `${untold} more lines cannot be read.` });
}

function tellDuplicates({ path, repeats }: MetricFacts, tell: (found: Found) => void): void {
  const [first] = repeats.first;
  if (first === undefined) return;
  const more = repeats.count > 1 ? `, and ${repeats.count - 1} more lines are like it` : "";
  const message = `The line repeats line ${first.of}${more}.`;
  tell({ rule: METRIC_LINE_TWICE, file: path, line: first.line, message, edits: [{ kind: "drop-repeats", path }] });
}

/** One kind alone is how Git checks files out on Windows; the last line may have none. */
function tellEnds({ path, crlf, lines, endsWithNewline }: MetricFacts, tell: (found: Found) => void): void {
  const ended = endsWithNewline ? lines : lines - 1;
  if (crlf === 0 || crlf >= ended) return;
  const message = `${crlf} of ${ended} lines end as on Windows.`;
  tell({ rule: METRIC_LINE_ENDS, file: path, message, edits: [{ kind: "line-ends", path }] });
}

function tellForms({ path, forms, largeStep }: MetricFacts, tell: (found: Found) => void): void {
  if (largeStep !== null)
    tell({ rule: METRIC_STEP_LARGE, file: path, line: largeStep, message: "The step is too large." });
  for (const [fields, { count, first: line }] of forms) {
    if (fields < 4) continue;
    const rule = fields === 5 ? METRIC_OF_DATASET : METRIC_FIELDS;
    const lines = count === 1 ? "The line has" : `${count} lines have`;
    tell({ rule, file: path, line, message: `${lines} ${fields} fields.` });
  }
}
