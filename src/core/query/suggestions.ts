import { RUN_STATUSES } from "../model/run.ts";
import type { KnownKey, RunKeys } from "../model/views.ts";
import type { AskedKey, Slot } from "./caret.ts";
import type { Entity } from "./expression.ts";
import { comparatorsOf, DATASET_KEYS, LANGUAGES, RUN_ATTRIBUTES } from "./language.ts";
import { writtenKey, writtenText } from "./quotes.ts";

/** One thing that may be written at the caret. */
export interface Suggestion {
  readonly kind: "entity" | "key" | "operator" | "value" | "word";
  readonly label: string;
  /** What takes the place of `[from, to)`, quotes and backticks where they are needed. */
  readonly insert: string;
  /** How many runs have it; null where that is not asked of runs. */
  readonly runs: number | null;
}

const AGO = ["-1h", "-24h", "-7d", "-30d"];

/** Everything that may stand in a slot, what is used most first. */
export function suggestionsFor(slot: Slot, written: string, keys: RunKeys): Suggestion[] {
  switch (slot.kind) {
    case "key":
      return keySuggestions(written, keys);
    case "operator":
      return slot.asked ? comparators(slot.asked).map((text) => plain("operator", text)) : [];
    case "rest":
      return slot.words.map((text) => plain("operator", text));
    case "value":
    case "list":
      return slot.asked ? values(slot.asked, slot.kind === "list", keys) : [];
    case "joint":
      return ["AND", "OR"].map((text) => plain("word", text));
  }
}

const plain = (kind: Suggestion["kind"], text: string): Suggestion => ({ kind, label: text, insert: text, runs: null });

function comparators({ entity, key }: AskedKey): readonly string[] {
  const all = comparatorsOf(LANGUAGES.runs, entity, key);
  return entity === "attribute" && !LANGUAGES.runs.lists?.includes(key)
    ? all.filter((text) => !text.endsWith("IN"))
    : all;
}

/** Keys of the entity where one is written, else entities, attributes and keys of all. */
function keySuggestions(written: string, keys: RunKeys): Suggestion[] {
  const dot = written.indexOf(".");
  const word = written.slice(0, Math.max(dot, 0));
  if (dot >= 0) {
    const { entities } = LANGUAGES.runs;
    const entity = Object.hasOwn(entities, word) ? entities[word] : undefined;
    return entity ? named(word, keysOf(entity, keys)) : [];
  }
  const entities = ["metrics.", "params.", "tags.", ...(keys.datasets.length > 0 ? ["dataset."] : [])];
  return [
    ...entities.map((text) => plain("entity", text)),
    ...keysOf("attribute", keys).map(({ key, runs }): Suggestion => ({ kind: "key", label: key, insert: key, runs })),
    ...named("metrics", keys.metrics),
    ...named("params", keys.params),
    ...named("tags", keys.tags),
    ...(written === "" ? [] : [plain("word", "NOT")]),
  ];
}

function named(word: string, known: readonly KnownKey[]): Suggestion[] {
  return known.flatMap(({ key, runs }) => {
    const written = writtenKey(key);
    return written === null ? [] : [{ kind: "key", label: `${word}.${key}`, insert: `${word}.${written}`, runs }];
  });
}

/** What may be asked: attributes and a dataset's keys in full, with the runs that have them. */
function keysOf(entity: Entity, keys: RunKeys): readonly KnownKey[] {
  if (entity === "attribute") return completed(RUN_ATTRIBUTES, keys.attributes);
  return entity === "dataset" ? completed(DATASET_KEYS, keys.datasets) : keys[`${entity}s`];
}

function completed(all: readonly string[], known: readonly KnownKey[]): KnownKey[] {
  return all.map((key) => known.find((one) => one.key === key) ?? { key, runs: 0, values: [] });
}

function values({ entity, key }: AskedKey, isList: boolean, keys: RunKeys): Suggestion[] {
  if (entity === "metric") return [];
  if (entity === "attribute" && LANGUAGES.runs.numeric.includes(key)) return AGO.map((text) => plain("value", text));
  const known = keysOf(entity, keys).find((one) => one.key === key)?.values ?? [];
  const statuses = entity === "attribute" && key === "status" ? RUN_STATUSES : [];
  const rare = statuses.filter((status) => !known.some(({ value }) => value === status));
  const all = [...known, ...rare.map((value) => ({ value, runs: 0 }))];
  const found = all.flatMap(({ value, runs }): Suggestion[] => {
    const insert = writtenText(value);
    return insert === null ? [] : [{ kind: "value", label: value, insert, runs }];
  });
  return isList ? [...found, plain("operator", ")")] : found;
}
