import { readYamlText } from "../files/yamlText.ts";
import { type Fields, fieldOf, isFields } from "../model/fields.ts";
import type { KeyValue } from "../model/text.ts";
import type { ModelSignature, SignatureColumn } from "../model/views.ts";

/** What an MLmodel file may hold to be read at all; one with 2,000 columns has about 200 kB. */
const LIMIT = 1 << 20;
const COLUMNS = 2000;
const FACTS = 50;

/** Flavours and columns of an MLmodel file; null where it is no such file. Never throws. */
export function readSignature(mlmodel: string): ModelSignature | null {
  const model = parseMlmodel(mlmodel);
  if (model === null) return null;
  const flavors = fieldOf(model, "flavors");
  const signature = fieldOf(model, "signature");
  return {
    inputs: columnsOf(fieldOf(signature, "inputs")),
    outputs: columnsOf(fieldOf(signature, "outputs")),
    flavors: isFields(flavors) ? Object.keys(flavors) : [],
  };
}

/** What an MLmodel file says of versions and sizes, by its own keys; empty where it is no such file. Never throws. */
export function readModelFacts(mlmodel: string): readonly KeyValue[] {
  const model = parseMlmodel(mlmodel);
  if (model === null) return [];
  const flavors = fieldOf(model, "flavors");
  const ofFlavors = (isFields(flavors) ? Object.values(flavors) : []).flatMap((flavor) =>
    isFields(flavor) ? Object.entries(flavor).filter(([key]) => key.endsWith("_version")) : [],
  );
  const own = ["mlflow_version", "model_size_bytes"].map((key): [string, unknown] => [key, fieldOf(model, key)]);
  const facts = new Map<string, string>();
  for (const [key, value] of [...own, ...ofFlavors]) {
    if (typeof value === "string" && !facts.has(key) && facts.size < FACTS) facts.set(key, value);
  }
  return [...facts].map(([key, value]) => ({ key, value }));
}

/** The fields of an MLmodel file, every scalar a text; null where it is no such file. Never throws. */
export function parseMlmodel(text: string): Fields | null {
  if (text.length > LIMIT) return null;
  // Without aliases there is no bomb to walk into; MLflow writes none but where two flavours share a list.
  const read = readYamlText(text, { maxDepth: 32, maxAliases: 16 });
  return read.ok && isFields(read.value) ? read.value : null;
}

/** Columns of a schema, which is a JSON list in a text: `[{"name", "type"}]`, or tensors, or nested columns. */
function columnsOf(schema: unknown): readonly SignatureColumn[] {
  if (typeof schema !== "string") return [];
  try {
    const list: unknown = JSON.parse(schema);
    return Array.isArray(list) ? columnsOfList(list) : [];
  } catch {
    return [];
  }
}

/** The columns of a schema, up to 2,000. */
export function columnsOfList(list: readonly unknown[]): readonly SignatureColumn[] {
  return list.slice(0, COLUMNS).filter(isFields).map(columnOf);
}

function columnOf(column: Fields): SignatureColumn {
  const name = textOr(column.name, "");
  const type = typeOf(column, 0);
  // MLflow 2.x and 3.x say when a column may be missing.
  return { name, type: column.required === false ? `${type}, optional` : type };
}

/** `double`, `tensor float64 (-1, 2)`, `array of string`, `object {a: long}`, as MLflow's own page says it. */
function typeOf(column: Fields, depth: number): string {
  const type = textOr(column.type, "unknown");
  if (depth > 4) return type;
  if (type === "tensor") return tensorType(column["tensor-spec"]);
  if ((type === "array" || type === "map") && isFields(fieldOf(column, type === "array" ? "items" : "values"))) {
    return `${type} of ${nested(column[type === "array" ? "items" : "values"], depth)}`;
  }
  const properties = column.properties;
  if (type !== "object" || !isFields(properties)) return type;
  const parts = Object.entries(properties).map(([key, value]) => `${key}: ${nested(value, depth)}`);
  return `object {${parts.join(", ")}}`;
}

function nested(value: unknown, depth: number): string {
  return isFields(value) ? typeOf(value, depth + 1) : "unknown";
}

function tensorType(spec: unknown): string {
  const shape = fieldOf(spec, "shape");
  const dtype = textOr(fieldOf(spec, "dtype"), "");
  const sizes = Array.isArray(shape) ? `(${shape.map(String).join(", ")})` : "";
  return ["tensor", dtype, sizes].filter((part) => part !== "").join(" ");
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === "string" ? value : otherwise;
}
