import type { Term } from "./clauses.ts";
import type { Entity, Place } from "./expression.ts";
import { faultAt, shown } from "./fault.ts";
import { DATASET_KEYS, type Language } from "./language.ts";
import { bareKey, withoutBackticks } from "./quotes.ts";

/** The left side of a comparison or an ordering. */
export interface Identifier {
  readonly entity: Entity;
  /** As written, without quotes. */
  readonly key: string;
  readonly place: Place;
}

/** Understands `entity.key`, cut at the first dot, or a bare attribute. Throws QueryFault. */
export function identifierOf(
  { text, from, to }: Pick<Term, "text" | "from" | "to">,
  language: Language,
  attributes: readonly string[],
): Identifier {
  const dot = text.indexOf(".");
  const word = text.slice(0, Math.max(dot, 0));
  const entity = dot < 0 ? "attribute" : entityOf(word, language, { from, to: from + dot });
  const written = text.slice(dot + 1);
  const place = { from: from + dot + 1, to };
  const key = language.quotedAttributes || entity !== "attribute" ? bareKey(written) : written;
  if (entity === "attribute" && !attributes.includes(key))
    throw unknownAttribute(key, { from, to }, language, attributes);
  if (entity === "dataset" && !DATASET_KEYS.includes(key)) throw unknownDatasetKey(key, place);
  return { entity, key, place };
}

function entityOf(word: string, { entities, quotedEntities, many }: Language, place: Place): Entity {
  const name = quotedEntities ? withoutBackticks(word) : word;
  const entity = Object.hasOwn(entities, name) ? entities[name] : undefined;
  if (entity) return entity;
  const lowered = name.trim().toLowerCase();
  const suggestion = Object.hasOwn(entities, lowered) ? lowered : null;
  // One name of each: the short one of several things.
  const all = Object.keys(entities);
  const expected = all.filter((one) =>
    one.endsWith("s") ? one !== "parameters" : !all.includes(`${one}s`) && one.length > 4,
  );
  const reason = `${many} have no ${shown(name)} before the dot: write one of ${expected.join(", ")}.`;
  throw faultAt("invalid-entity", place, reason[0]?.toUpperCase() + reason.slice(1), { expected, suggestion });
}

function unknownAttribute(key: string, place: Place, language: Language, all: readonly string[]) {
  const attributes = all.filter((name) => !Object.hasOwn(language.aliases, name));
  const reason = `A ${language.one} has no attribute ${shown(key)}: the attributes are ${attributes.join(", ")}.`;
  return faultAt("invalid-attribute", place, reason.replace(/^A ([aeiou])/, "An $1"), { expected: attributes });
}

function unknownDatasetKey(key: string, place: Place) {
  const reason = `A dataset has no ${shown(key)} to search by: write ${DATASET_KEYS.join(", ")}.`;
  return faultAt("invalid-dataset-key", place, reason, { expected: DATASET_KEYS });
}
