import type { Finding } from "../model/finding.ts";
import { counts } from "./counts.ts";
import type { Target } from "./target.ts";
import { countOf, reaches, type Verification } from "./verified.ts";

/** Runs with an error: of those the data, or the target, lost something. */
export function damagedRuns(findings: readonly Finding[]): number {
  const runs = new Set<string>();
  for (const { severity, store, experiment, run } of findings) {
    if (severity === "error" && run !== null) runs.add(`${store}\n${experiment}\n${run}`);
  }
  return runs.size;
}

/** One sentence: is the data whole, would it open, would it survive the move? */
export function verdictOf(verification: Verification): string {
  const { stores, target, unfinished, damagedRuns } = verification;
  if (unfinished !== null) return `Not verified to the end: ${unfinished}`;
  if (stores.length === 0) return "There is no MLflow store to verify.";
  const closed = stores.filter(({ error }) => error !== null).length;
  if (closed > 0) return `${closed} of ${counts(stores.length, "store")} cannot be read.`;
  const runs = stores.reduce((sum, store) => sum + store.runs, 0);
  if (damagedRuns > 0) return damagedWords(target, damagedRuns, runs);
  const errors = countOf(verification, "error");
  if (errors > 0) return besideWords(target, errors);
  return `${wholeWords(target)}: ${contents(verification)}${serverWords(verification)}.`;
}

function damagedWords(target: Target, damaged: number, runs: number): string {
  const some = `${damaged.toLocaleString("en-US")} of ${counts(runs, "run")}`;
  const is = damaged === 1 ? "is" : "are";
  switch (target.kind) {
    case "data":
      return `${some} ${is} damaged.`;
    case "mlflow":
      return `MLflow ${target.major}.${target.minor} would not open ${some}.`;
    case "migration":
      return `The migration would stop at or lose ${some}.`;
  }
}

function besideWords(target: Target, errors: number): string {
  const were = `${counts(errors, "error")} ${errors === 1 ? "was" : "were"} found beside them`;
  switch (target.kind) {
    case "data":
      return `Every run can be read, but ${were}.`;
    case "mlflow":
      return `No run by itself stops MLflow ${target.major}.${target.minor}, but ${were}.`;
    case "migration":
      return `No run by itself stops the migration, but ${were}.`;
  }
}

function wholeWords(target: Target): string {
  switch (target.kind) {
    case "data":
      return "The data is whole";
    case "mlflow":
      return `MLflow ${target.major}.${target.minor} opens all of it`;
    case "migration":
      return "The migration would succeed and lose nothing";
  }
}

function serverWords({ server }: Verification): string {
  if (server === undefined) return "";
  return `; ${server.url}${server.version === null ? "" : ` (MLflow ${server.version})`} shows all of it`;
}

function contents({ stores }: Verification): string {
  const sum = (value: (store: Verification["stores"][number]) => number): number =>
    stores.reduce((total, store) => total + value(store), 0);
  const parts = [
    counts(stores.length, "store"),
    counts(
      sum((store) => store.experiments),
      "experiment",
    ),
  ];
  return [
    ...parts,
    counts(
      sum((store) => store.runs),
      "run",
    ),
  ].join(", ");
}

/** `2 errors, 1 warning, 312 notes`; empty without any. */
export function totals(verification: Pick<Verification, "findings" | "untold">): string {
  const count = (severity: Finding["severity"]): number => countOf(verification, severity);
  const words = [
    [count("error"), "error"],
    [count("warning"), "warning"],
    [count("info"), "note"],
  ] as const;
  return words.flatMap(([number, word]) => (number === 0 ? [] : [counts(number, word)])).join(", ");
}

/** The exit code of a verification: 0 whole, 1 findings as bad as asked, 3 could not finish. */
export function exitCode(verification: Verification, failOn: Finding["severity"]): 0 | 1 | 3 {
  if (verification.unfinished !== null || verification.stores.some(({ error }) => error !== null)) return 3;
  return reaches(verification.findings, failOn) ? 1 : 0;
}
