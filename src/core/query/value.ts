import type { Term } from "./clauses.ts";
import type { Entity, Value } from "./expression.ts";
import { faultAt, type QueryFault } from "./fault.ts";
import type { Language, Subject } from "./language.ts";
import { numberOf } from "./numberValue.ts";
import { readTexts } from "./pythonTexts.ts";
import { inQuotes, writtenText } from "./quotes.ts";

/** What the right side of a comparison is read for. */
export interface ValueContext {
  readonly subject: Subject;
  readonly language: Language;
  readonly entity: Entity;
  /** As written, aliases not replaced. */
  readonly key: string;
  /** What times back count from; null where there are none. */
  readonly now: number | null;
}

/** Understands the right side of a comparison. Throws QueryFault. */
export function readValue(term: Term, context: ValueContext): Value {
  const { entity, key, language, subject } = context;
  if (term.type === "Number.Integer" && AGO.test(term.text)) return timeAgo(term, context);
  if (entity === "metric") return numeric(term, "A metric");
  if (entity === "param" || entity === "tag") return quoted(term);
  if (entity === "attribute" && subject === "model_versions") return versionValue(term, context);
  if (entity === "attribute" && language.numeric.includes(key)) return numeric(term, `The attribute ${key}`);
  if (isText(term)) return quoted(term);
  return term.group === "Parenthesis" ? list(term, context) : quoted(term);
}

const isNumber = ({ type }: Term): boolean => type === "Number.Integer" || type === "Number.Float";

const isText = ({ type, group }: Term): boolean => type === "String.Single" || group === "Identifier";

const AGO = /^-(.*)([smhdw])$/i;

const MILLISECONDS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** `-7d`: a time so long before now, in milliseconds since 1970. */
function timeAgo(term: Term, { entity, key, language, now }: ValueContext): number {
  const [, amount = "", unit = ""] = AGO.exec(term.text) ?? [];
  const unitLength = MILLISECONDS[unit];
  if (entity !== "attribute" || !language.numeric.includes(key) || now === null || unitLength === undefined) {
    const reason = "A time back, such as -7d, is for start_time and end_time; its units are s m h d w.";
    throw faultAt("not-a-number", term, reason, { expected: ["start_time > -7d"] });
  }
  return now - numberOf(amount) * unitLength;
}

function numeric(term: Term, what: string): number {
  if (isNumber(term)) return numberOf(term.text);
  const inside = inQuotes(term.text);
  const suggestion = inside !== null && /^-?(?:\d+\.?\d*|\.\d+)$/.test(inside) ? inside : null;
  throw faultAt("not-a-number", term, `${what} is compared with a number without quotes.`, {
    expected: ["0", "0.5", "1e-3"],
    suggestion,
  });
}

function quoted(term: Term): string {
  const text = isText(term) ? inQuotes(term.text) : null;
  if (text !== null) return text;
  const bare = term.text.replaceAll(/^`|`$/g, "");
  const suggestion = term.group === "Parenthesis" ? null : writtenText(bare);
  throw faultAt("unquoted-value", term, "A text in single or double quotes is expected here.", {
    expected: ["'text'"],
    suggestion,
  });
}

/** A version's number may be quoted. */
function versionValue(term: Term, context: ValueContext): Value {
  if (isText(term)) return quoted(term);
  if (term.group === "Parenthesis") return list(term, context);
  if (!isNumber(term)) return quoted(term);
  if (context.language.numeric.includes(context.key)) return numberOf(term.text);
  throw faultAt("list-not-supported", term, "Only version_number is compared with a number.", {
    suggestion: writtenText(term.text),
  });
}

function list(term: Term, { entity, key, language }: ValueContext): readonly string[] {
  if (entity === "attribute" && language.lists !== null && !language.lists.includes(key))
    throw noList(term, key, language);
  const texts = readTexts(term.text);
  if (texts !== null && texts.length > 0) return texts;
  const reason =
    texts === null ? "A list holds texts in quotes, with commas between them." : "A list holds at least one text.";
  throw faultAt("bad-list", term, reason, { expected: ["('a', 'b')"] });
}

function noList(term: Term, key: string, { lists }: Language): QueryFault {
  const names = lists?.join(", ") ?? "";
  return faultAt(
    "list-not-supported",
    term,
    `${key} is compared with one text: lists are for ${names || "nothing here"}.`,
    {
      expected: ["'text'"],
    },
  );
}
