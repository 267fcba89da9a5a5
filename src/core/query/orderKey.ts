import type { Entity, Place } from "./expression.ts";
import { faultAt, QueryFault, shown } from "./fault.ts";
import { identifierOf } from "./identifier.ts";
import { LANGUAGES, RUN_ATTRIBUTES, type Subject } from "./language.ts";
import { shellWords } from "./shellWords.ts";
import { isSpace, matches, type Node } from "./sql/node.ts";
import { parseSql } from "./sql/parse.ts";

/** What things are ordered by: one value of them and a direction. */
export interface OrderKey {
  readonly entity: Entity;
  readonly key: string;
  readonly descending: boolean;
}

/** Attributes that are ordered by, where they are others than those searched for. */
const ORDERED: Readonly<Partial<Record<Subject, readonly string[]>>> = {
  runs: [...RUN_ATTRIBUTES, "created", "Created"],
  registered_models: ["name", "creation_timestamp", "last_updated_timestamp"],
  model_versions: ["name", "version_number", "creation_timestamp", "last_updated_timestamp"],
};

/**
 * Reads one ordering as MLflow's `order_by` has it, no space before or behind: `metrics.rmse ASC`,
 * ``params.`learning rate` desc``, `start_time`. Throws QueryFault with places in this text.
 */
function readAnyKey(text: string, subject: Subject): OrderKey {
  const whole = { from: 0, to: text.length };
  const { name, descending } = readDirection(text);
  const language = LANGUAGES[subject === "registered_models" || subject === "model_versions" ? "experiments" : subject];
  const attributes = ORDERED[subject] ?? language.attributes;
  const { entity, key } = replaced(whole, () => {
    return identifierOf({ text: name, ...whole }, { ...language, one: LANGUAGES[subject].one }, attributes);
  });
  const { aliases } = LANGUAGES[subject];
  return { entity, key: Object.hasOwn(aliases, key) ? (aliases[key] ?? key) : key, descending };
}

/** The same, and refuses what nothing is ordered by. Throws QueryFault. */
export function readOrderKey(text: string, subject: Subject): OrderKey {
  const key = readAnyKey(text, subject);
  if (key.entity === "dataset" || (subject !== "runs" && key.entity !== "attribute"))
    throw notOrdered(text, key, subject);
  return key;
}

function notOrdered(text: string, { entity }: OrderKey, subject: Subject): QueryFault {
  const whole = { from: 0, to: text.length };
  return faultAt("bad-order-by", whole, `${capital(LANGUAGES[subject].many)} are not ordered by a ${entity}.`);
}

/**
 * Reads the orderings of a file store's runs, the last first as MLflow does; that nobody is ordered by a dataset it says
 * only when there is anything to order. Throws QueryFault.
 */
export function readFileOrder(texts: readonly string[], isEmpty: boolean): OrderKey[] {
  const keys = [...texts].reverse().map((text) => (isEmpty ? readAnyKey(text, "runs") : readOrderKey(text, "runs")));
  return keys.reverse();
}

/** Reads the orderings of a database, which takes no key twice. Throws QueryFault. */
export function readDatabaseOrder(texts: readonly string[], read: (text: string) => OrderKey): OrderKey[] {
  const keys: OrderKey[] = [];
  for (const text of texts) {
    const key = read(text);
    if (repeatedKey([...keys, key])) {
      throw faultAt("bad-order-by", { from: 0, to: text.length }, `A database is not ordered by ${key.key} twice.`);
    }
    keys.push(key);
  }
  return keys;
}

/** The first key that comes again: MLflow's database store refuses it, its file store reads it over. */
export function repeatedKey(keys: readonly OrderKey[]): OrderKey | null {
  const seen = new Set<string>();
  for (const key of keys) {
    const name = `${key.entity}.${key.key}`;
    if (seen.has(name)) return key;
    seen.add(name);
  }
  return null;
}

/** The key as MLflow looks at it and the direction. With a direction its quotes are gone, as a shell takes them. */
export function readDirection(text: string): { readonly name: string; readonly descending: boolean } {
  const written = orderedText(text);
  const words = shellWords(written.replaceAll("`", '"'));
  if (words === null || words.length > 2) throw notUnderstood(text);
  const [name = "", direction] = words;
  if (direction === undefined) return { name: written.trim(), descending: false };
  const lowered = direction.toLowerCase();
  if (lowered !== "asc" && lowered !== "desc") {
    throw faultAt(
      "bad-order-by",
      { from: 0, to: text.length },
      `Behind the key stands ASC or DESC, not ${shown(direction)}.`,
      {
        expected: ["ASC", "DESC"],
      },
    );
  }
  return { name: name.trim(), descending: lowered === "desc" };
}

/** MLflow wants one name and no space around it, but for `timestamp`, which its parser takes for a type. */
function orderedText(text: string): string {
  const parsed = parseSql(text);
  if (parsed.kind !== "parsed" || parsed.statements !== 1) throw notUnderstood(text);
  const { children } = parsed.first;
  const [first] = children;
  if (children.length === 1 && first?.group === "Identifier") return text;
  if (first && matches(first, "Name.Builtin", "timestamp") && isTimestampOrder(children)) return text;
  throw notUnderstood(text);
}

function isTimestampOrder(children: readonly Node[]): boolean {
  const last = children.at(-1);
  return children.length === 1 || (last?.type === "Keyword.Order" && children.slice(1, -1).every(isSpace));
}

function notUnderstood(text: string): QueryFault {
  const whole = { from: 0, to: text.length };
  if (text.trim() === "") {
    return faultAt(
      "bad-order-by",
      whole,
      "An ordering is empty: write a key and ASC or DESC, such as metrics.rmse ASC.",
    );
  }
  if (text !== text.trim()) return faultAt("bad-order-by", whole, "An ordering has no space before or behind it.");
  const reason =
    "An ordering is one key, then ASC or DESC; a key with spaces or other signs stands in backticks or double quotes.";
  return faultAt("bad-order-by", whole, reason, { expected: ["metrics.`key` DESC"] });
}

/** A problem of a part is said of the whole: quotes that are gone have moved the places. */
function replaced<T>(whole: Place, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof QueryFault ? new QueryFault({ ...error.problem, ...whole }) : error;
  }
}

const capital = (text: string): string => `${text[0]?.toUpperCase()}${text.slice(1)}`;
