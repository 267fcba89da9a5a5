import type { LoggedModel } from "../../model/loggedModel.ts";
import type { Dialect } from "../expression.ts";
import { faultAt, type QueryFault, shown } from "../fault.ts";
import { LANGUAGES } from "../language.ts";
import type { OrderValue } from "../order.ts";
import { attributeValue, type DatasetFilter, isAttribute, latestValue, metricsOf } from "./loggedModelValues.ts";

/** One ordering of logged models, in the words of MLflow's REST API. */
export interface LoggedModelOrder {
  /** `metrics.key` or an attribute. */
  readonly field_name: string;
  readonly ascending?: boolean;
  readonly dataset_name?: string | null;
  readonly dataset_digest?: string | null;
}

export interface LoggedModelKey {
  readonly descending: boolean;
  readonly value: (model: LoggedModel) => OrderValue;
}

const STATUS_ORDER = ["PENDING", "READY", "FAILED"];

/** Other names of times in a database; the file store knows the first alone. */
const ALIASES: Readonly<Record<Dialect, Readonly<Record<string, string>>>> = {
  file: { creation_time: "creation_timestamp" },
  sqlite: {
    creation_time: "creation_timestamp",
    creation_timestamp_ms: "creation_timestamp",
    last_updated_timestamp_ms: "last_updated_timestamp",
  },
};

/** Understands one ordering; `datasets`: those that the search is about. Throws QueryFault. */
export function readLoggedModelOrder(
  order: LoggedModelOrder,
  datasets: readonly DatasetFilter[],
  dialect: Dialect,
): LoggedModelKey {
  const { field_name, ascending = true } = order;
  const descending = !ascending;
  const dot = field_name.indexOf(".");
  if (dot >= 0) {
    if (field_name.slice(0, dot) !== "metrics") throw unknownField(field_name);
    return { descending, value: metricValue(field_name.slice(dot + 1), order, datasets, dialect) };
  }
  const name = dialect === "file" ? field_name.trim() : field_name;
  const key = ALIASES[dialect][name] ?? name;
  if (dialect === "file" && order.dataset_digest && !order.dataset_name) {
    throw faultAt("other", whole(field_name), "dataset_digest is given with a dataset_name only.");
  }
  return { descending, value: attributeOrder(key, name, dialect) };
}

/** The file store takes the newest value by time, a database the latest by step, time and value. */
function metricValue(
  key: string,
  { dataset_name, dataset_digest }: LoggedModelOrder,
  datasets: readonly DatasetFilter[],
  dialect: Dialect,
): (model: LoggedModel) => OrderValue {
  return (model) => {
    const metrics = metricsOf(model, key, dialect === "file" ? [] : datasets).filter(
      (metric) =>
        (!dataset_name || metric.datasetName === dataset_name) &&
        (!dataset_digest || metric.datasetDigest === dataset_digest),
    );
    if (dialect === "sqlite") return latestValue(metrics);
    const [first, ...rest] = metrics;
    return first
      ? rest.reduce((newest, next) => (next.timestamp > newest.timestamp ? next : newest), first).value
      : null;
  };
}

function attributeOrder(key: string, name: string, dialect: Dialect): (model: LoggedModel) => OrderValue {
  if (dialect === "file" && !LANGUAGES.logged_models.attributes.includes(name)) throw unknownField(name);
  if (dialect === "sqlite" && key === "status") return (model) => STATUS_ORDER.indexOf(model.status);
  if (dialect === "sqlite" && key === "experiment_id") return (model) => Number(model.experimentId);
  if (!isAttribute(key)) throw unknownField(name);
  return (model) => attributeValue(model, key);
}

const whole = (text: string) => ({ from: 0, to: text.length });

function unknownField(name: string): QueryFault {
  const expected = ["metrics.key", "name", "creation_timestamp"];
  return faultAt(
    "other",
    whole(name),
    `Logged models are not ordered by ${shown(name)}: write metrics.key or an attribute.`,
    {
      expected,
    },
  );
}
