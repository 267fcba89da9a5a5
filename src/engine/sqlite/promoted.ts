import type { KeyValue } from "../../core/model/text.ts";
import { type Noting, numberOrNull, type Row, textOrNull } from "./cells.ts";
import { sortByKey } from "./keyValues.ts";
import type { Table } from "./schema.ts";

/** MLflow 3.18 keeps some tags and metadata of a trace as columns, and answers them as if they were not. */
const TOKENS = [
  "input_tokens",
  "output_tokens",
  "total_tokens",
  "cache_read_input_tokens",
  "cache_creation_input_tokens",
  "cache_creation_input_tokens_above_1hr",
];
const COSTS = ["input_cost", "output_cost", "total_cost"];

export const promotedColumns = (table: Table): string[] => [
  table.text("trace_name"),
  table.text("session_id"),
  ...[...TOKENS, ...COSTS].map((column) => table.plain(column)),
];

/** Tags and metadata with what the columns say; `cells` are those of promotedColumns. */
export function withPromoted(
  parts: { readonly tags: readonly KeyValue[]; readonly metadata: readonly KeyValue[] },
  cells: Row,
  noting: Noting,
): { readonly tags: readonly KeyValue[]; readonly metadata: readonly KeyValue[] } {
  const numbers = cells.slice(2).map((cell) => numberOrNull(cell, noting));
  const metadata = {
    "mlflow.trace.session": textOrNull(cells[1], noting),
    "mlflow.trace.tokenUsage": asJson(TOKENS, numbers.slice(0, TOKENS.length), String),
    "mlflow.trace.cost": asJson(COSTS, numbers.slice(TOKENS.length), pythonFloat),
  };
  return {
    tags: replaced(parts.tags, { "mlflow.traceName": textOrNull(cells[0], noting) }),
    metadata: replaced(parts.metadata, metadata),
  };
}

function replaced(entries: readonly KeyValue[], values: Readonly<Record<string, string | null>>): readonly KeyValue[] {
  const added = Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [{ key, value }]));
  if (added.length === 0) return entries;
  return sortByKey([...entries.filter(({ key }) => (values[key] ?? null) === null), ...added]);
}

function asJson(
  keys: readonly string[],
  values: readonly (number | null)[],
  show: (value: number) => string,
): string | null {
  const shown = keys.flatMap((key, i) => {
    const value = values[i] ?? null;
    return value === null ? [] : [`"${key}": ${show(value)}`];
  });
  return shown.length === 0 ? null : `{${shown.join(", ")}}`;
}

/** `1.0`, `2.5e-05`: as Python's json writes a float. */
function pythonFloat(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return `${value}.0`;
  const size = Math.abs(value);
  const text = size < 1e-4 || size >= 1e16 ? value.toExponential() : String(value);
  return text.replace(/e([+-])(\d)$/, "e$10$2");
}
