import { csvRecord } from "../core/compare/export/csv.ts";
import { markdownCode, markdownTable, markdownText } from "../core/compare/export/markdownText.ts";
import type { GroupStats } from "../core/compare/groups.ts";
import { toJsonNumber, toJsonText } from "../core/model/jsonNumber.ts";
import { shortNumber } from "../core/model/numberText.ts";
import type { RunTrend, TrendRun } from "./readTrend.ts";
import { timeText } from "./values.ts";

/** A trend as it is told. */
export interface ShownTrend {
  /** The runs to list; its sentence and groups are of all. */
  readonly trend: RunTrend;
  readonly sentence: string;
  /** None where nothing was asked for. */
  readonly groups: readonly GroupStats[];
}

/** A record a run, RFC 4180, with every digit; times in milliseconds. */
export function trendCsv({ trend: { metric, points }, groups }: ShownTrend): string {
  const group = groups.length > 0 ? ["group"] : [];
  const head = ["start_time", "run_id", "label", "experiment", ...group, `metrics.${metric}`, "best_so_far"];
  const records = points.map(({ run, start, value, best, group: name }) => [
    ...[String(start), run.info.id, run.label, run.experiment.name],
    ...(groups.length > 0 ? [name] : []),
    ...[exact(value), Number.isNaN(best) ? "" : exact(best)],
  ]);
  return [head, ...records].map(csvRecord).join("");
}

function exact(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

/** The sentence, the groups, and the runs, one a line. */
export function trendJson({ trend: { metric, goal, points, left }, sentence, groups }: ShownTrend): string {
  const list = (entries: readonly unknown[]): string =>
    entries.length === 0 ? "[]" : `[\n${entries.map(toJsonText).join(",\n")}\n]`;
  const parts = [
    `"verdict": ${toJsonText(sentence)}`,
    `"metric": ${toJsonText({ key: metric, goal })}`,
    `"left_out": ${left}`,
    ...(groups.length > 0 ? [`"groups": ${list(groups.map(groupJson))}`] : []),
    `"runs": ${list(points.map((point) => runJson(point, groups.length > 0)))}`,
  ];
  return `{${parts.join(",\n")}}\n`;
}

function runJson({ run, start, value, best, isBest, group }: TrendRun, isGrouped: boolean) {
  return {
    ...{ run_id: run.info.id, label: run.label, experiment: run.experiment.name, start_time: start },
    ...(isGrouped ? { group } : {}),
    ...{ value: toJsonNumber(value), best_so_far: Number.isNaN(best) ? null : toJsonNumber(best), is_best: isBest },
  };
}

function groupJson({ group, runs, stats: { quartiles, outliers, whiskers, ...stats } }: GroupStats) {
  const [q1 = null, median = null, q3 = null] = quartiles ?? [];
  return { group, runs, ...stats, q1, median, q3, outliers: outliers.length };
}

/** The sentence and a table of the runs, for a report. */
export function trendMarkdown({ trend: { metric, points }, sentence, groups }: ShownTrend): string {
  const isGrouped = groups.length > 0;
  const head = ["Start", "Run", ...(isGrouped ? ["Group"] : []), markdownCode(metric), "Best so far"];
  const rows = points.map(({ run, start, value, best, isBest, group }) => [
    ...[timeText(start), markdownCode(run.label), ...(isGrouped ? [markdownCode(group)] : [])],
    isBest ? `**${shortNumber(value)}**` : shortNumber(value),
    Number.isNaN(best) ? "" : shortNumber(best),
  ]);
  const right = new Set([head.length - 2, head.length - 1]);
  const table = groups.length > 0 ? `\n${groupsMarkdown(groups)}` : "";
  return `${markdownText(sentence)}\n${table}\n${markdownTable(head, rows, right)}`;
}

function groupsMarkdown(groups: readonly GroupStats[]): string {
  const head = ["Group", "Runs", "Mean", "Deviation", "Least", "Median", "Greatest"];
  const rows = groups.map(({ group, runs, stats }) => [
    markdownCode(group) || "(none)",
    String(runs),
    ...[stats.mean, stats.std, stats.min, stats.quartiles?.[1] ?? null, stats.max].map(short),
  ]);
  return markdownTable(head, rows, new Set([1, 2, 3, 4, 5, 6]));
}

function short(value: number | null): string {
  return value === null ? "" : shortNumber(value);
}
