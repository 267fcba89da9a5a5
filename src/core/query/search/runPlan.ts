import type { Dialect, Expression } from "../expression.ts";
import { faultAt } from "../fault.ts";
import { type OrderKey, readOrderKey, repeatedKey } from "../orderKey.ts";
import { readFilter } from "../readFilter.ts";
import { checkedMost, offsetOf, type SearchRequest } from "./page.ts";
import { refuseFaults } from "./sqliteFaults.ts";

const BOUNDS = {
  file: { fallback: 1000, least: Number.NEGATIVE_INFINITY, most: 50_000 },
  sqlite: { fallback: 1000, least: 1, most: 50_000 },
} as const;

/** What `search_runs` of MLflow does, over whatever holds the runs. Throws QueryFault, in MLflow's order of checks. */
export function planRuns<Rows>(
  request: SearchRequest,
  dialect: Dialect,
  where: (expression: Expression) => Rows,
): { readonly rows: Rows; readonly keys: readonly OrderKey[]; readonly offset: number; readonly most: number } {
  const most = checkedMost(request.maxResults, BOUNDS[dialect]);
  const expression = readFilter(request.filter, "runs");
  const readKeys = (): OrderKey[] => request.orderBy.map((key) => readOrderKey(key, "runs"));
  // The file store looks at the runs before it looks at the orderings; a database is asked with all at hand.
  const rows = dialect === "file" ? where(expression) : null;
  const keys = readKeys();
  if (rows !== null) return { rows, keys, offset: offsetOf(request.pageToken), most: Math.max(0, most) };
  const repeated = repeatedKey(keys);
  if (repeated)
    throw faultAt("bad-order-by", { from: 0, to: 0 }, `A database is not ordered by ${repeated.key} twice.`);
  refuseFaults(expression);
  const offset = offsetOf(request.pageToken);
  return { rows: where(expression), keys, offset, most };
}
