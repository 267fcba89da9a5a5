import type { ComparedValue } from "../../../../core/model/views.ts";
import { duration, moment } from "../../../ui/format/time.ts";

/** Times come as milliseconds, which nobody reads. */
const FORMATS: Readonly<Record<string, (ms: number) => string>> = { start: moment, duration };

/** An attribute as people read it. */
export function readableAttribute(row: ComparedValue): ComparedValue {
  const format = Object.hasOwn(FORMATS, row.key) ? FORMATS[row.key] : undefined;
  if (format === undefined) return row;
  return { ...row, values: row.values.map((value) => (value === null ? null : format(Number(value)))) };
}
