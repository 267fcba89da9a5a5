import type { ComparedValue } from "../../../../core/model/views.ts";
import { duration, moment } from "../../../ui/format/time.ts";

/** Times come as milliseconds, which nobody reads. */
const FORMATS: Readonly<Record<string, (ms: number) => string>> = { start: moment, duration };

/** A value of an attribute as people read it. */
export function attributeText(key: string, value: string): string {
  const format = Object.hasOwn(FORMATS, key) ? FORMATS[key] : undefined;
  return format === undefined ? value : format(Number(value));
}

/** An attribute as people read it. */
export function readableAttribute(row: ComparedValue): ComparedValue {
  if (!Object.hasOwn(FORMATS, row.key)) return row;
  return { ...row, values: row.values.map((value) => value && attributeText(row.key, value)) };
}
