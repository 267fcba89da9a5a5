import type { RunRecord } from "../core/model/run.ts";
import type { KnownKey } from "../core/model/views.ts";
import { visibleText } from "../core/model/visibleText.ts";
import { advised, unknownKeys } from "../core/query/advice.ts";
import type { Dialect, Expression } from "../core/query/expression.ts";
import { outcomeOf, QueryFault } from "../core/query/fault.ts";
import { type OrderKey, readOrderKey, repeatedKey } from "../core/query/orderKey.ts";
import type { QueryProblem } from "../core/query/problem.ts";
import { readExpression } from "../core/query/readExpression.ts";
import { readFilter } from "../core/query/readFilter.ts";
import { filterRuns } from "../core/query/runs.ts";
import { refuseFaults } from "../core/query/search/sqliteFaults.ts";
import { placeLines } from "./place.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage.ts";

/** Which runs are listed. */
export interface RunFilter {
  readonly option: "filter" | "where";
  readonly text: string;
  readonly expression: Expression;
}

/** Understands `--filter` (MLflow's language) or `--where` (ours too); throws UsageError that shows the place. */
export function readRunFilter(option: RunFilter["option"], text: string): RunFilter {
  return shown(option, text, () => {
    const expression = option === "filter" ? readFilter(text, "runs") : readExpression(text, Date.now());
    return { option, text, expression };
  });
}

/** Understands one `--order-by`. */
export function readOrder(text: string): OrderKey {
  return shown("order-by", text, () => readOrderKey(text, "runs"));
}

/** Refuses what MLflow refuses a database. */
export function checkOrder(keys: readonly OrderKey[], dialects: readonly Dialect[]): void {
  const repeated = dialects.includes("sqlite") ? repeatedKey(keys) : null;
  if (repeated) throw new UsageError(`--order-by: A database is not ordered by ${repeated.key} twice.`);
}

/** The runs of a store that a filter holds for. */
export function applyFilter<T extends RunRecord>(
  runs: readonly T[],
  filter: RunFilter,
  dialect: Dialect,
): readonly T[] {
  return shown(filter.option, filter.text, () => {
    if (dialect === "sqlite") refuseFaults(filter.expression);
    return filterRuns(runs, filter.expression, dialect);
  });
}

/** Says on standard error which keys of a filter that found nothing no run has. */
export async function tellUnknownKeys(
  { expression }: RunFilter,
  runs: readonly RunRecord[],
  { err }: Terminal,
): Promise<void> {
  const known = (lists: readonly (readonly { readonly key: string }[])[]): KnownKey[] =>
    [...new Set(lists.flatMap((list) => list.map(({ key }) => key)))].map((key) => ({ key, runs: 1, values: [] }));
  const keys = {
    metrics: known(runs.map(({ metrics }) => metrics)),
    params: known(runs.map(({ params }) => params)),
    tags: known(runs.map(({ tags }) => tags)),
    attributes: [],
    datasets: [],
  };
  for (const { reason } of unknownKeys(expression, keys)) await err(`note: ${visibleText(reason)}\n`);
}

function shown<T>(option: string, text: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof QueryFault ? refusal(option, text, error.problem) : error;
  }
}

function refusal(option: string, text: string, problem: QueryProblem): UsageError {
  const { reason } = option === "order-by" ? problem : advised(problem, text, null);
  const isOurs = option === "filter" && outcomeOf(() => readExpression(text, Date.now())).ok;
  const hint = isOurs ? `${reason.replace(/\.$/, "")}; --where understands it.` : reason;
  return new UsageError(`--${option}: ${visibleText(hint)}`, placeLines(text, problem));
}
