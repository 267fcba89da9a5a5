import { edit, inTurn } from "./edits.ts";
import { HEALTHY } from "./healthyStore.ts";
import { addModels, MODELS } from "./models.ts";
import type { VerifyDamage } from "./verify.ts";

/** What a key of a metadata file may hold in the place of its value; null takes the key out. */
const VALUES: Readonly<Record<string, string | null>> = {
  missing: null,
  null: "null",
  "an empty text": "''",
  nothing: "",
  "a list": "[1, 2]",
  "a map": "{a: 1}",
  "a word": "word",
  "a whole number": "42",
  "a negative number": "-1",
  "a fraction": "1.5",
  "a huge number": "9".repeat(30),
  true: "true",
  "a date": "2024-01-01",
  "many lines": "|\n  one\n  two",
};

/** The file's text with another value of a key, appended where it had none. */
function withValue(text: string, key: string, value: string | null): string {
  const line = new RegExp(`^${key}:.*\\n`, "m");
  const put = value === null ? "" : `${key}: ${value}\n`;
  const changed = line.test(text) ? text.replace(line, () => put) : `${text}${put}`;
  // What was so before stays so.
  return changed === text ? `${text}\n` : changed;
}

function damagesOf(
  what: string,
  file: string,
  keys: readonly string[],
  prepare: (store: string) => void = () => {},
): VerifyDamage[] {
  return keys.flatMap((key) =>
    Object.entries(VALUES).map(([name, value]): VerifyDamage => {
      const change = edit(file, (text) => withValue(text, key, value));
      return { name: `${what}: ${key} is ${name}`, apply: inTurn(prepare, change) };
    }),
  );
}

const RUN_KEYS = [
  ...["run_id", "run_uuid", "experiment_id", "name", "run_name", "status", "lifecycle_stage", "start_time", "end_time"],
  ...["user_id", "artifact_uri", "deleted_time", "source_type", "tags"],
];
const EXPERIMENT_KEYS = [
  ...["experiment_id", "name", "artifact_location", "lifecycle_stage", "creation_time", "last_update_time", "tags"],
];
const MODEL_KEYS = [
  ...[
    "model_id",
    "experiment_id",
    "name",
    "artifact_location",
    "status",
    "creation_timestamp",
    "last_updated_timestamp",
  ],
  ...["source_run_id", "model_type", "lifecycle_stage"],
];
const REGISTERED_KEYS = ["name", "creation_timestamp", "last_updated_timestamp", "description", "aliases"];
const VERSION_KEYS = [
  ...["name", "version", "creation_timestamp", "current_stage", "status", "source", "run_id", "storage_location"],
];

/** Every key of every metadata file with every kind of value in turn. */
export const fieldDamages: readonly VerifyDamage[] = [
  { name: "nothing done", apply: () => {} },
  { name: "models: nothing done", apply: addModels },
  ...damagesOf("run", HEALTHY.runMeta, RUN_KEYS),
  ...damagesOf("experiment", HEALTHY.experimentMeta, EXPERIMENT_KEYS),
  ...damagesOf("models: logged model", MODELS.meta, MODEL_KEYS, addModels),
  ...damagesOf("models: registered model", `${MODELS.registered}/meta.yaml`, REGISTERED_KEYS, addModels),
  ...damagesOf("models: version", `${MODELS.version}/meta.yaml`, VERSION_KEYS, addModels),
];
