import type { LocatedProblem } from "../model/problem.ts";
import { refKey } from "../model/run.ts";
import { counts } from "./counts.ts";
import { findingLine, type Links } from "./finding.ts";

/** A store as verified. */
export interface VerifiedStore {
  readonly key: string;
  readonly label: string;
  readonly experiments: number;
  readonly runs: number;
  /** Why nothing of it could be read; null where it is open. */
  readonly error: string | null;
  readonly problems: readonly LocatedProblem[];
}

/** Findings listed in full; a report is for reading, `mlflow-runs export` has them all. */
const LISTED = 1000;

/** A Markdown report: the verdict first, then counts, then each finding with its file. */
export function verifyReport(stores: readonly VerifiedStore[], links: Links): string {
  const sections = [`# ${verdict(stores)}`, ...countTable(stores)];
  for (const store of stores) sections.push(...storeFindings(store, links));
  return `${sections.join("\n\n")}\n`;
}

/** One sentence: is the data whole? */
export function verdict(stores: readonly VerifiedStore[]): string {
  if (stores.length === 0) return "There is no MLflow store to verify.";
  const all = stores.flatMap(({ problems }) => problems);
  const closed = stores.filter(({ error }) => error !== null).length;
  const runs = sum(stores, (store) => store.runs);
  if (closed > 0) return `${counts(closed, "store")} of ${stores.length} cannot be read.`;
  const damaged = damagedRuns(all);
  if (damaged > 0)
    return `${damaged.toLocaleString("en-US")} of ${counts(runs, "run")} ${damaged === 1 ? "is" : "are"} damaged.`;
  const errors = all.filter(({ severity }) => severity === "error").length;
  if (errors > 0)
    return `Every run can be read, but ${counts(errors, "error")} ${errors === 1 ? "was" : "were"} found beside them.`;
  const experiments = sum(stores, (store) => store.experiments);
  return `The data is whole: ${counts(stores.length, "store")}, ${counts(experiments, "experiment")}, ${counts(runs, "run")}.`;
}

/** Runs with an error; one that was read with a warning is not damaged. */
export function damagedRuns(problems: readonly LocatedProblem[]): number {
  const runs = new Set<string>();
  for (const { store, experiment, run, severity } of problems) {
    if (severity === "error" && experiment !== null && run !== null) runs.add(refKey({ store, experiment, run }));
  }
  return runs.size;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

function countTable(stores: readonly VerifiedStore[]): string[] {
  if (stores.length === 0) return [];
  const rows = stores.map((store) => {
    const errors = store.problems.filter(({ severity }) => severity === "error").length;
    const cells = [
      cell(store.label),
      store.experiments,
      store.runs,
      damagedRuns(store.problems),
      errors,
      store.problems.length - errors,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const head =
    "| Store | Experiments | Runs | Damaged runs | Errors | Warnings |\n| --- | ---: | ---: | ---: | ---: | ---: |";
  return [[head, ...rows].join("\n")];
}

function cell(text: string): string {
  return text.replace(/[\\|`*_[\]<>&]/g, (found) => `\\${found}`).replace(/\s+/g, " ");
}

function storeFindings(store: VerifiedStore, links: Links): string[] {
  if (store.error !== null) return [`## ${cell(store.label)}`, cell(store.error)];
  if (store.problems.length === 0) return [];
  const listed = bySeverity(store.problems).slice(0, LISTED);
  const left = store.problems.length - listed.length;
  const lines = listed.map((found) => findingLine(found, links));
  if (left > 0) lines.push(`- …and ${counts(left, "more finding")} not listed here.`);
  return [`## ${cell(store.label)}`, lines.join("\n")];
}

function bySeverity(problems: readonly LocatedProblem[]): LocatedProblem[] {
  const rank = ({ severity }: LocatedProblem) => (severity === "error" ? 0 : 1);
  return [...problems].sort((a, b) => rank(a) - rank(b));
}
