import type { LoggedModel } from "../../model/loggedModel.ts";
import { byCodePoint, textOf } from "../../model/text.ts";
import { type Found, testOf } from "../evaluate.ts";
import { type Comparison, comparisonsOf, type Dialect, type Expression, mapComparisons } from "../expression.ts";
import { faultAt, problemAt } from "../fault.ts";
import { sortBy } from "../order.ts";
import { readFilter } from "../readFilter.ts";
import { type LoggedModelKey, type LoggedModelOrder, readLoggedModelOrder } from "./loggedModelOrder.ts";
import { readDatabaseFilter } from "./loggedModelSql.ts";
import { attributeValue, type DatasetFilter, isOnAny, latestValue, metricsOf } from "./loggedModelValues.ts";
import { answerOf, offsetOf, pageOf, type SearchAnswer, type SearchRequest } from "./page.ts";
import { refuseFaults } from "./sqliteFaults.ts";

export interface LoggedModelSearch extends Omit<SearchRequest, "orderBy"> {
  readonly orderBy: readonly LoggedModelOrder[];
  /** Metrics are those of these datasets; none for all. */
  readonly datasets: readonly DatasetFilter[];
}

const FALLBACK = 100;

/** Logged models as `search_logged_models` of MLflow answers them. */
export function searchLoggedModels(
  models: readonly LoggedModel[],
  request: LoggedModelSearch,
  dialect: Dialect,
): SearchAnswer<LoggedModel> {
  return answerOf(() => {
    const { datasets } = request;
    if (datasets.some(({ dataset_name }) => dataset_name === "")) {
      throw faultAt("other", { from: 0, to: 0 }, "A dataset is meant by its dataset_name.");
    }
    const expression = dialect === "file" ? readFileFilter(request.filter) : readDatabaseFilter(request.filter);
    if (dialect === "sqlite") refuseFaults(expression);
    const present = models.filter(({ lifecycle }) => lifecycle === "active");
    const found = onDatasets(present, expression, datasets).filter(
      testOf(expression, dialect, lookUpOn(datasets, dialect)),
    );
    const keys = request.orderBy.map((order) => readLoggedModelOrder(order, datasets, dialect));
    return pageOf(ordered(found, keys), offsetOf(request.pageToken), request.maxResults || FALLBACK);
  });
}

/** Names that MLflow's file store takes and then does not find. */
const NOT_THERE = ["creation_time", "last_updated_time"];

/** The file store's filter; a dataset's name is read as the model's, and other keys of datasets are there for nobody. */
function readFileFilter(text: string): Expression {
  return mapComparisons(readFilter(text, "logged_models"), (comparison) => {
    const { entity, key } = comparison;
    if (entity === "dataset" && key === "name") return { ...comparison, entity: "attribute" };
    const isMissing = entity === "dataset" || (entity === "attribute" && NOT_THERE.includes(key));
    return isMissing && !comparison.fault ? { ...comparison, fault: notThere(comparison) } : comparison;
  });
}

function notThere({ key, keyPlace }: Comparison) {
  const suggestion = NOT_THERE.includes(key) ? key.replace(/time$/, "timestamp") : null;
  return problemAt("other", keyPlace, `Logged models of a file store are not searched by ${key}.`, { suggestion });
}

/** Without a comparison of a metric, a model has any metric on the datasets. */
function onDatasets(
  models: readonly LoggedModel[],
  expression: Expression,
  datasets: readonly DatasetFilter[],
): readonly LoggedModel[] {
  if (datasets.length === 0 || comparisonsOf(expression).some(({ entity }) => entity === "metric")) return models;
  return models.filter(({ metrics }) => metrics.some((metric) => isOnAny(metric, datasets)));
}

/** Of several values of a metric, the file store takes the first of its file, a database the latest. */
function lookUpOn(datasets: readonly DatasetFilter[], dialect: Dialect) {
  return (model: LoggedModel, { entity, key }: Comparison): Found => {
    switch (entity) {
      case "metric": {
        const metrics = metricsOf(model, key, datasets);
        return dialect === "file" ? (metrics[0]?.value ?? null) : latestValue(metrics);
      }
      case "param":
        return textOf(model.params, key);
      case "tag":
        return textOf(model.tags, key);
      default:
        return attributeValue(model, key);
    }
  };
}

/** Ties by creation, newest first, then by id. */
function ordered(models: readonly LoggedModel[], keys: readonly LoggedModelKey[]): LoggedModel[] {
  const newest: LoggedModelKey = { descending: true, value: ({ created }) => created };
  return sortBy(models, [...keys, newest], (a, b) => byCodePoint(a.id, b.id));
}
