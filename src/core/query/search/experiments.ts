import type { Experiment } from "../../model/experiment.ts";
import { byCodePoint, textOf } from "../../model/text.ts";
import { type Found, testOf } from "../evaluate.ts";
import { type Comparison, type Dialect, type Expression, mapComparisons } from "../expression.ts";
import { faultAt } from "../fault.ts";
import { byNumber, compareValues, type OrderValue } from "../order.ts";
import { type OrderKey, readOrderKey } from "../orderKey.ts";
import { readFilter } from "../readFilter.ts";
import { answerOf, checkedMost, offsetOf, pageOf, type SearchAnswer, type SearchRequest } from "./page.ts";
import { pythonInt, refuseFaults, wholeNumber } from "./sqliteFaults.ts";

export interface ExperimentSearch extends SearchRequest {
  readonly lifecycle: "active" | "deleted" | "all";
}

const BOUNDS = { fallback: 1000, least: 1, most: 50_000 };

const DEFAULT_ORDER = ["creation_time DESC", "experiment_id ASC"];

/** Experiments as `search_experiments` of MLflow answers them. */
export function searchExperiments(
  experiments: readonly Experiment[],
  request: ExperimentSearch,
  dialect: Dialect,
): SearchAnswer<Experiment> {
  return answerOf(() => {
    const most = checkedMost(request.maxResults, BOUNDS);
    const expression = readFilter(request.filter, "experiments");
    if (dialect === "sqlite") refuseFaults(expression, checkSqlite);
    const asked = experiments.filter(({ lifecycle }) => request.lifecycle === "all" || lifecycle === request.lifecycle);
    const found = asked.filter(experimentTest(expression, dialect));
    const keys = (request.orderBy.length > 0 ? request.orderBy : DEFAULT_ORDER).map((key) =>
      readOrderKey(key, "experiments"),
    );
    return pageOf(ordered(found, keys, dialect), offsetOf(request.pageToken), most);
  });
}

/** In a database an id is a number, and so is what it is compared with. */
function checkSqlite(comparison: Comparison): void {
  const { entity, key, comparator, value } = comparison;
  if (entity !== "attribute") return;
  if (key !== "experiment_id") {
    if (typeof value === "number") wholeNumber(comparison, value);
    return;
  }
  if (!["=", "!=", "IN", "NOT IN"].includes(comparator)) {
    const reason = `A database compares experiment_id by = != IN NOT IN, not by ${comparator}.`;
    throw faultAt("invalid-comparator", comparison.comparatorPlace, reason, { expected: ["=", "!=", "IN", "NOT IN"] });
  }
  for (const id of Array.isArray(value) ? value : [value]) wholeNumber(comparison, id);
}

function experimentTest(expression: Expression, dialect: Dialect): (experiment: Experiment) => boolean {
  // Ids that are numbers are the same in any writing: `01` is `1`.
  return testOf(dialect === "sqlite" ? withPlainIds(expression) : expression, dialect, lookUp);
}

function withPlainIds(expression: Expression): Expression {
  return mapComparisons(expression, (comparison) => {
    const { entity, key, value } = comparison;
    if (entity !== "attribute" || key !== "experiment_id") return comparison;
    const ids = (Array.isArray(value) ? value : [value]).map((id) => String(pythonInt(String(id))));
    return { ...comparison, value: Array.isArray(value) ? ids : (ids[0] ?? null) };
  });
}

function lookUp(experiment: Experiment, { entity, key }: { readonly entity: string; readonly key: string }): Found {
  return entity === "tag" ? textOf(experiment.tags, key) : attributeOf(experiment, key);
}

function attributeOf(experiment: Experiment, key: string): string | number | null {
  switch (key) {
    case "name":
      return experiment.name;
    case "experiment_id":
      return experiment.id;
    case "creation_time":
      return experiment.created;
    case "last_update_time":
      return experiment.updated;
    default:
      return null;
  }
}

/** Ties by id, the greatest first. In a database, ids are numbers and nothing comes before everything. */
function ordered(experiments: readonly Experiment[], keys: readonly OrderKey[], dialect: Dialect): Experiment[] {
  const isSql = dialect === "sqlite";
  const value = (experiment: Experiment, key: string): OrderValue => {
    return isSql && key === "experiment_id" ? pythonInt(experiment.id) : attributeOf(experiment, key);
  };
  const byId = (a: Experiment, b: Experiment): number =>
    isSql ? byNumber(pythonInt(a.id), pythonInt(b.id)) : byCodePoint(a.id, b.id);
  return [...experiments].sort((a, b) => {
    for (const { key, descending } of keys) {
      const [left, right] = [value(a, key), value(b, key)];
      const order = isSql ? compareSql(left, right, descending) : compareValues(left, right, descending);
      if (order !== 0) return order;
    }
    return byId(b, a);
  });
}

/** As SQLite orders: what is missing is less than everything. */
export function compareSql(a: OrderValue, b: OrderValue, descending: boolean): number {
  if (a !== null && b !== null) return compareValues(a, b, descending);
  const order = Number(a !== null) - Number(b !== null);
  return descending ? -order : order;
}
