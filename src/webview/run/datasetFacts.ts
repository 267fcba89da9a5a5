import type { DatasetInput } from "../../core/model/run.ts";
import { textOf } from "../../core/model/text.ts";
import type { SignatureColumn } from "../../core/model/views.ts";

/** What MLflow's JSON texts say of a data set, as far as they can be read. */
export interface DatasetFacts {
  /** `training`, `eval`… */
  readonly context: string | null;
  readonly rows: number | null;
  readonly columns: readonly SignatureColumn[];
  /** Where it came from, in one line. */
  readonly source: string;
}

export function datasetFacts(dataset: DatasetInput): DatasetFacts {
  const rows = field(parse(dataset.profile), "num_rows");
  return {
    context: textOf(dataset.tags, "mlflow.data.context"),
    rows: typeof rows === "number" ? rows : null,
    columns: columnsOf(field(parse(dataset.schema), "mlflow_colspec")),
    source: sourceOf(dataset.source),
  };
}

function columnsOf(spec: unknown): readonly SignatureColumn[] {
  if (!Array.isArray(spec)) return [];
  return spec.map((column: unknown) => ({ name: textField(column, "name"), type: textField(column, "type") }));
}

/** The address within the source's JSON, else that text itself. */
function sourceOf(text: string): string {
  const source = parse(text);
  for (const key of ["uri", "url", "path", "table_name"]) {
    const found = textField(source, key);
    if (found !== "") return found;
  }
  return text;
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    // Not JSON: nothing is known of it but its text, which is shown as it is.
    return null;
  }
}

function field(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

function textField(value: unknown, key: string): string {
  const found = field(value, key);
  return typeof found === "string" ? found : "";
}
