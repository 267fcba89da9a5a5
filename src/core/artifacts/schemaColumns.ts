import { isFields } from "../model/fields.ts";
import type { SignatureColumn } from "../model/views.ts";
import { columnsOfList } from "./mlmodel.ts";

/** Characters of a schema that are read: one of 2,000 columns has about 150,000. */
const LONGEST = 1 << 20;

/** Columns of a dataset's schema, JSON as MLflow logs it: `{"mlflow_colspec": […]}`, or a tensor's; empty for others. */
export function schemaColumns(schema: string | null): readonly SignatureColumn[] {
  if (schema === null || schema.length > LONGEST) return [];
  try {
    const read: unknown = JSON.parse(schema);
    if (!isFields(read)) return [];
    if (Array.isArray(read.mlflow_colspec)) return columnsOfList(read.mlflow_colspec);
    const tensors = isFields(read.mlflow_tensorspec) ? Object.entries(read.mlflow_tensorspec) : [];
    return tensors.flatMap(([part, text]) => tensorColumns(part, text));
  } catch {
    return [];
  }
}

/** `features` and `targets` of a NumPy dataset are lists of tensors, JSON inside the JSON. */
function tensorColumns(part: string, text: unknown): readonly SignatureColumn[] {
  const list: unknown = typeof text === "string" ? JSON.parse(text) : text;
  if (!Array.isArray(list)) return [];
  return columnsOfList(list).map(({ name, type }) => ({ name: name === "" ? part : `${part}.${name}`, type }));
}
