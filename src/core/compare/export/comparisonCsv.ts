import type { Sheet } from "../sheet.ts";
import { csvRecord } from "./csv.ts";

/** A comparison as CSV (RFC 4180): a record a key, a column a run; every digit, and attributes as they are kept. */
export function comparisonCsv({ runs, sections }: Sheet): string {
  const records = sections.flatMap(({ kind, rows }) =>
    rows.map(({ key, cells }) => [kind, key, ...cells.map(({ value }) => value ?? "")]),
  );
  return [["part", "key", ...runs], ...records].map(csvRecord).join("");
}
