import type { RunInfo, RunRecord } from "../model/run.ts";
import { textOf } from "../model/text.ts";
import type { ComparedValue, ShownStatus } from "../model/views.ts";
import { differs } from "./columns.ts";

/** A run to compare, with what its record does not say itself. */
export interface ComparedRun {
  readonly record: RunRecord;
  readonly status: ShownStatus;
  readonly experimentName: string;
  readonly storeLabel: string;
}

/**
 * What is compared beside params, tags and metrics, in the order shown. `start` is in milliseconds since 1970 and
 * `duration` in milliseconds, as decimal text: faces write them out in the reader's own way.
 */
export const ATTRIBUTES = [
  ...([
    "id",
    "name",
    "status",
    "lifecycle",
    "start",
    "duration",
    "user",
    "experiment",
    "store",
    "source",
    "commit",
  ] as const),
  ...(["branch", "model", "dataset"] as const),
] as const;

export type AttributeKey = (typeof ATTRIBUTES)[number];

/** Tags that attributes say. */
const TAGS: ReadonlySet<string> = new Set([
  ...["mlflow.runName", "mlflow.user", "mlflow.source.name", "mlflow.source.git.commit", "mlflow.source.git.branch"],
]);

export function isAttributeTag(key: string): boolean {
  return TAGS.has(key);
}

/** Those attributes that any of the runs has. */
export function comparedAttributes(runs: readonly ComparedRun[]): readonly ComparedValue[] {
  const columns = ATTRIBUTES.map((key) => {
    const values = runs.map((run) => READ[key](run) || null);
    return { key, values, differs: differs(values) };
  });
  return columns.filter(({ values }) => values.some((value) => value !== null));
}

const READ: Readonly<Record<AttributeKey, (run: ComparedRun) => string | null>> = {
  id: ({ record }) => record.info.id,
  name: ({ record }) => record.info.name,
  status: ({ status }) => status,
  lifecycle: ({ record }) => record.info.lifecycle,
  start: ({ record }) => numberText(record.info.start),
  duration: ({ record }) => numberText(duration(record.info)),
  user: ({ record }) => record.info.user || textOf(record.tags, "mlflow.user"),
  experiment: ({ experimentName }) => experimentName,
  store: ({ storeLabel }) => storeLabel,
  source: ({ record }) => textOf(record.tags, "mlflow.source.name"),
  commit: ({ record }) => textOf(record.tags, "mlflow.source.git.commit"),
  branch: ({ record }) => textOf(record.tags, "mlflow.source.git.branch"),
  model: ({ record }) => record.modelOutputs.map(({ modelId }) => modelId).join(", "),
  dataset: ({ record }) => record.datasets.map(({ name, digest }) => `${name} (${digest})`).join(", "),
};

function duration({ start, end }: RunInfo): number | null {
  return start === null || end === null || end < start ? null : end - start;
}

function numberText(value: number | null): string | null {
  return value === null ? null : String(value);
}
