import { shortNumber } from "../../core/model/numberText.ts";
import type { BestRun, ExperimentRow, StoreRow } from "../../core/model/views.ts";
import { counted, t } from "../base/l10n.ts";
import { printable, shorten } from "./markdown.ts";
import { problemCount } from "./runText.ts";

/** What a filter leaves of an experiment's runs; null without a filter. */
export type Matches = { readonly runs: number; readonly best: BestRun | null } | null;

export function experimentLabel(row: ExperimentRow): string {
  return printable(row.name);
}

export function runCount(count: number): string {
  return counted(count, t("1 run"), t("{0} runs"));
}

/** `12 runs · best rmse 0.412 (stoic-owl-1)`, of those that a filter leaves; deletion, damage and life first. */
export function experimentDescription(row: ExperimentRow, matches: Matches, withDeleted: boolean): string {
  const texts: string[] = [];
  if (row.lifecycle === "deleted") texts.push(t("deleted"));
  if (!row.readable) texts.push(t("unreadable"));
  texts.push(
    matches === null ? runCount(shownRuns(row, withDeleted)) : filtered(matches.runs, shownRuns(row, withDeleted)),
  );
  if (row.liveRuns > 0) texts.push(t("{0} running", row.liveRuns));
  const best = matches === null ? row.best : matches.best;
  if (best !== null && row.primary !== null) {
    const name = shorten(printable(best.label), 32);
    texts.push(t("best {0} {1} ({2})", shorten(row.primary.key, 32), shortNumber(best.value), name));
  }
  if (row.problems > 0) texts.push(problemCount(row.problems));
  return texts.join(" · ");
}

function filtered(matches: number, runs: number): string {
  return t("{0} of {1}", matches, runCount(runs));
}

/** Runs that the tree lists below it. */
export function shownRuns(row: ExperimentRow, withDeleted: boolean): number {
  return withDeleted || row.lifecycle === "deleted" ? row.runs : Math.max(0, row.runs - (row.deletedRuns ?? 0));
}

/** Those with runs first, then the empty, then the deleted; each in the engine's order. */
export function experimentOrder(rows: readonly ExperimentRow[], withDeleted: boolean): ExperimentRow[] {
  const rank = (row: ExperimentRow) => (row.lifecycle === "deleted" ? 2 : isEmpty(row, withDeleted) ? 1 : 0);
  return [...rows].filter((row) => withDeleted || row.lifecycle === "active").sort((a, b) => rank(a) - rank(b));
}

export function isEmpty(row: ExperimentRow, withDeleted: boolean): boolean {
  return shownRuns(row, withDeleted) === 0 && row.loggedModels === 0 && row.traces === 0;
}

/** What a screen reader says of an experiment. */
export function experimentSpoken(row: ExperimentRow, description: string): string {
  return t("Experiment {0}, {1}", experimentLabel(row), description.replaceAll(" · ", ", "));
}

export function storeDescription(row: StoreRow): string {
  if (row.error !== null) return shorten(row.error, 120);
  const texts = [counted(row.experiments, t("1 experiment"), t("{0} experiments")), runCount(row.runs)];
  if (row.problems > 0) texts.push(problemCount(row.problems));
  return texts.join(" · ");
}
