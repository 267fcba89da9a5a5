import { readYamlText } from "../files/yamlText.ts";
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
  const flavors = member(model, "flavors");
  const signature = member(model, "signature");
  return {
    inputs: columnsOf(member(signature, "inputs")),
    outputs: columnsOf(member(signature, "outputs")),
    flavors: isRecord(flavors) ? Object.keys(flavors) : [],
  };
}

/** What an MLmodel file says of versions and sizes, by its own keys; empty where it is no such file. Never throws. */
export function readModelFacts(mlmodel: string): readonly KeyValue[] {
  const model = parseMlmodel(mlmodel);
  if (model === null) return [];
  const flavors = member(model, "flavors");
  const ofFlavors = (isRecord(flavors) ? Object.values(flavors) : []).flatMap((flavor) =>
    isRecord(flavor) ? Object.entries(flavor).filter(([key]) => key.endsWith("_version")) : [],
  );
  const own = ["mlflow_version", "model_size_bytes"].map((key): [string, unknown] => [key, member(model, key)]);
  const facts = new Map<string, string>();
  for (const [key, value] of [...own, ...ofFlavors]) {
    if (typeof value === "string" && !facts.has(key) && facts.size < FACTS) facts.set(key, value);
  }
  return [...facts].map(([key, value]) => ({ key, value }));
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function member(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The fields of an MLmodel file, every scalar a text; null where it is no such file. Never throws. */
export function parseMlmodel(text: string): Fields | null {
  if (text.length > LIMIT) return null;
  // Without aliases there is no bomb to walk into; MLflow writes none but where two flavours share a list.
  const read = readYamlText(text, { maxDepth: 32, maxAliases: 16 });
  return read.ok && isRecord(read.value) ? read.value : null;
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
  return list.slice(0, COLUMNS).filter(isRecord).map(columnOf);
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
  if ((type === "array" || type === "map") && isRecord(member(column, type === "array" ? "items" : "values"))) {
    return `${type} of ${nested(column[type === "array" ? "items" : "values"], depth)}`;
  }
  const properties = column.properties;
  if (type !== "object" || !isRecord(properties)) return type;
  const parts = Object.entries(properties).map(([key, value]) => `${key}: ${nested(value, depth)}`);
  return `object {${parts.join(", ")}}`;
}

function nested(value: unknown, depth: number): string {
  return isRecord(value) ? typeOf(value, depth + 1) : "unknown";
}

function tensorType(spec: unknown): string {
  const shape = member(spec, "shape");
  const dtype = textOr(member(spec, "dtype"), "");
  const sizes = Array.isArray(shape) ? `(${shape.map(String).join(", ")})` : "";
  return ["tensor", dtype, sizes].filter((part) => part !== "").join(" ");
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === "string" ? value : otherwise;
}
