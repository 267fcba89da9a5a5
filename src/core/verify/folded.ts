import type { Finding, RuleId, Severity } from "../model/finding.ts";
import type { Untold } from "./sifted.ts";
import { sortFindings, type Verification } from "./verified.ts";

/** Findings of one rule and severity in one experiment (or beside all): the first speaks for the rest. */
export interface FoldedFindings {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly first: Finding;
  readonly all: readonly Finding[];
  /** How many there are, those that were counted and not kept included. */
  readonly count: number;
  /** Different runs that they are of; 0 where some are of several runs or of none. */
  readonly runs: number;
}

/** Folds equal findings; `by`: of one experiment, or wherever they lie. Worst first. */
export function foldFindings(
  { findings, untold }: Pick<Verification, "findings" | "untold">,
  by: "experiment" | "rule",
): FoldedFindings[] {
  const keyOf = ({ severity, rule, store, experiment }: Omit<Untold, "count" | "runs">): string =>
    [severity, rule, ...(by === "rule" ? [] : [store, experiment])].join("\n");
  const more = new Map<string, { count: number; runs: number }>();
  for (const one of untold) {
    const { count, runs } = more.get(keyOf(one)) ?? NONE;
    more.set(keyOf(one), { count: count + one.count, runs: runs + one.runs });
  }
  const groups = new Map<string, Finding[]>();
  for (const finding of sortFindings(findings)) {
    const key = keyOf(finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups].flatMap(([key, all]) => {
    const [first] = all;
    if (first === undefined) return [];
    const rest = more.get(key) ?? NONE;
    const { rule, severity } = first;
    const isOfRuns = all.every(({ run }) => run !== null);
    const runs = new Set(all.map(({ store, experiment, run }) => `${store}\n${experiment}\n${run}`));
    return [{ rule, severity, first, all, count: all.length + rest.count, runs: isOfRuns ? runs.size + rest.runs : 0 }];
  });
}

const NONE = { count: 0, runs: 0 };
