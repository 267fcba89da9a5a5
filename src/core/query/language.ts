import type { Entity } from "./expression.ts";

/** What MLflow searches for. */
export type Subject = "runs" | "experiments" | "registered_models" | "model_versions" | "logged_models";

/** The words of MLflow's language for one subject. */
export interface Language {
  /** One thing and several, as a person calls them. */
  readonly one: string;
  readonly many: string;
  /** What may stand before the dot. */
  readonly entities: Readonly<Record<string, Entity>>;
  /** Attributes that can be searched, those with numbers among them. */
  readonly attributes: readonly string[];
  readonly numeric: readonly string[];
  /** Attributes that IN and NOT IN are for; null for all. */
  readonly lists: readonly string[] | null;
  /** Entities that IS NULL is for. */
  readonly nullable: readonly Entity[];
  /** Other names of keys, in backticks or quotes where they hold a space; for keys of every entity, as MLflow has it. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Whether an attribute's name may be quoted, and an entity's stand in backticks. */
  readonly quotedAttributes: boolean;
  readonly quotedEntities: boolean;
  readonly comparators: (entity: Entity, isNumeric: boolean) => readonly string[];
}

export const NUMERIC_COMPARATORS = ["=", "!=", "<", "<=", ">", ">="];
const TEXT = ["=", "!=", "LIKE", "ILIKE"];
const TEXT_OR_NULL = [...TEXT, "IS NULL", "IS NOT NULL"];
const TEXT_OR_LIST = [...TEXT, "IN", "NOT IN"];

const ATTRIBUTE = { attribute: "attribute" } as const;
const ATTRIBUTES = { ...ATTRIBUTE, attributes: "attribute" } as const;
const TAGS = { tag: "tag", tags: "tag" } as const;

const EVERY_ENTITY: Readonly<Record<string, Entity>> = {
  metric: "metric",
  metrics: "metric",
  param: "param",
  params: "param",
  parameter: "param",
  parameters: "param",
  ...TAGS,
  ...ATTRIBUTES,
  attr: "attribute",
  run: "attribute",
  dataset: "dataset",
  datasets: "dataset",
};

export const DATASET_KEYS = ["name", "digest", "context"];

/** Attributes of a run, their aliases left out. */
export const RUN_ATTRIBUTES = [
  "run_id",
  "run_name",
  "status",
  "start_time",
  "end_time",
  "user_id",
  "artifact_uri",
] as const;

const RUN_ALIASES = {
  created: "start_time",
  Created: "start_time",
  "run name": "run_name",
  "Run name": "run_name",
  "Run Name": "run_name",
};

const byEntity =
  (texts: readonly string[], attributes: readonly string[]) =>
  (entity: Entity, isNumeric: boolean): readonly string[] => {
    if (isNumeric) return NUMERIC_COMPARATORS;
    return entity === "attribute" || entity === "dataset" ? attributes : texts;
  };

export const LANGUAGES: Readonly<Record<Subject, Language>> = {
  runs: {
    one: "run",
    many: "runs",
    entities: EVERY_ENTITY,
    attributes: [...RUN_ATTRIBUTES, ...Object.keys(RUN_ALIASES)],
    numeric: ["start_time", "end_time", "created", "Created"],
    lists: ["run_id"],
    nullable: ["tag", "param"],
    aliases: RUN_ALIASES,
    quotedAttributes: true,
    quotedEntities: true,
    comparators: byEntity(TEXT_OR_NULL, TEXT_OR_LIST),
  },
  experiments: {
    one: "experiment",
    many: "experiments",
    entities: { ...ATTRIBUTES, ...TAGS },
    attributes: ["name", "experiment_id", "creation_time", "last_update_time"],
    numeric: ["creation_time", "last_update_time"],
    lists: ["experiment_id"],
    nullable: ["tag"],
    aliases: {},
    quotedAttributes: true,
    quotedEntities: false,
    comparators: byEntity(TEXT_OR_NULL, TEXT_OR_LIST),
  },
  registered_models: {
    one: "registered model",
    many: "registered models",
    entities: { ...ATTRIBUTE, ...TAGS },
    attributes: ["name"],
    numeric: [],
    lists: ["name"],
    nullable: [],
    aliases: {},
    quotedAttributes: false,
    quotedEntities: false,
    comparators: byEntity(TEXT, TEXT_OR_LIST),
  },
  model_versions: {
    one: "model version",
    many: "model versions",
    entities: { ...ATTRIBUTE, ...TAGS },
    attributes: ["name", "version_number", "run_id", "source_path"],
    numeric: ["version_number"],
    lists: ["name", "run_id"],
    nullable: [],
    aliases: {},
    quotedAttributes: false,
    quotedEntities: false,
    comparators: byEntity(TEXT, TEXT_OR_LIST),
  },
  logged_models: {
    one: "logged model",
    many: "logged models",
    entities: EVERY_ENTITY,
    attributes: [
      ...["name", "model_id", "model_type", "status", "source_run_id"],
      ...["creation_timestamp", "creation_time", "last_updated_timestamp", "last_updated_time"],
    ],
    numeric: ["creation_timestamp", "creation_time", "last_updated_timestamp", "last_updated_time"],
    lists: null,
    nullable: ["tag", "param"],
    aliases: RUN_ALIASES,
    quotedAttributes: true,
    quotedEntities: true,
    // The file store compares these texts by anything that compares.
    comparators: byEntity(TEXT, [...TEXT_OR_LIST, "<", "<=", ">", ">="]),
  },
};

/** What a key of an entity is compared by. */
export function comparatorsOf({ comparators, numeric }: Language, entity: Entity, key: string): readonly string[] {
  return comparators(entity, entity === "metric" || (entity === "attribute" && numeric.includes(key)));
}
