import type { Dialect, Expression } from "../expression.ts";
import { type OrderKey, readDatabaseOrder, readFileOrder, readOrderKey } from "../orderKey.ts";
import { readFilter } from "../readFilter.ts";
import { checkedMost, offsetOf, type SearchRequest } from "./page.ts";
import { refuseFaults } from "./sqliteFaults.ts";

const BOUNDS = {
  file: { fallback: 1000, least: Number.NEGATIVE_INFINITY, most: 50_000 },
  sqlite: { fallback: 1000, least: 1, most: 50_000 },
} as const;

/** What `search_runs` of MLflow does, over whatever holds the runs. Throws QueryFault, in MLflow's order of checks. */
export function planRuns<Rows extends { readonly length: number }>(
  request: SearchRequest,
  dialect: Dialect,
  where: (expression: Expression) => Rows,
): { readonly rows: Rows; readonly keys: readonly OrderKey[]; readonly offset: number; readonly most: number } {
  const most = checkedMost(request.maxResults, BOUNDS[dialect]);
  const expression = readFilter(request.filter, "runs");
  // The file store looks at the runs before it looks at the orderings; a database is asked with all at hand.
  if (dialect === "file") {
    const rows = where(expression);
    const keys = readFileOrder(request.orderBy, rows.length === 0);
    return { rows, keys, offset: offsetOf(request.pageToken), most: Math.max(0, most) };
  }
  const keys = readDatabaseOrder(request.orderBy, (text) => readOrderKey(text, "runs"));
  refuseFaults(expression);
  const offset = offsetOf(request.pageToken);
  return { rows: where(expression), keys, offset, most };
}
