import type { Lifecycle } from "../../model/experiment.ts";
import { fieldOf } from "../../model/fields.ts";
import type { RunRecord } from "../../model/run.ts";

/** An experiment, as a server or a store tells it. */
export interface ToldExperiment {
  readonly id: string;
  readonly name: string;
  readonly lifecycle: Lifecycle;
}

/** A run, as a server or a store tells it. */
export interface ToldRun {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly lifecycle: Lifecycle;
  /** The last value of each metric. */
  readonly metrics: ReadonlyMap<string, number>;
  readonly params: ReadonlyMap<string, string>;
}

/** A run as the store tells it. */
export function toldOf({ info, params, metrics }: Pick<RunRecord, "info" | "params" | "metrics">): ToldRun {
  return {
    id: info.id,
    name: info.name ?? "",
    status: info.status,
    lifecycle: info.lifecycle,
    metrics: new Map(metrics.map(({ key, last }) => [key, last.value])),
    params: new Map(params.map(({ key, value }) => [key, value])),
  };
}

/** Reads an experiment of MLflow's REST API; null where it is none. */
export function toldExperiment(json: unknown): ToldExperiment | null {
  const [id, name] = [fieldOf(json, "experiment_id"), fieldOf(json, "name")];
  if (typeof id !== "string" || typeof name !== "string") return null;
  return { id, name, lifecycle: lifecycleOf(json) };
}

/** Reads a run of MLflow's REST API; null where it is none. */
export function toldRun(json: unknown): ToldRun | null {
  const [info, data] = [fieldOf(json, "info"), fieldOf(json, "data")];
  const id = fieldOf(info, "run_id") ?? fieldOf(info, "run_uuid");
  if (typeof id !== "string") return null;
  const pairs = (key: string): (readonly [string, unknown])[] => {
    const list = fieldOf(data, key);
    return (Array.isArray(list) ? list : []).flatMap((item) => {
      const name = fieldOf(item, "key");
      return typeof name === "string" ? [[name, fieldOf(item, "value")] as const] : [];
    });
  };
  const text = (key: string): string => String(fieldOf(info, key) ?? "");
  return {
    id,
    name: text("run_name"),
    status: text("status"),
    lifecycle: lifecycleOf(info),
    metrics: new Map(pairs("metrics").map(([key, value]) => [key, numberOf(value)])),
    params: new Map(pairs("params").map(([key, value]) => [key, typeof value === "string" ? value : ""])),
  };
}

/** NaN and the infinities come as texts; an absent value is zero. */
function numberOf(value: unknown): number {
  return typeof value === "number" ? value : value === undefined ? 0 : Number(value);
}

function lifecycleOf(json: unknown): Lifecycle {
  return fieldOf(json, "lifecycle_stage") === "deleted" ? "deleted" : "active";
}
