import { writtenKey, writtenNumber, writtenText } from "./quotes.ts";

/** A comparison by `=`, as it is written; null where the language cannot say it. */
export function conditionFor(
  entity: "metrics" | "params" | "tags" | "attributes",
  key: string,
  value: string | number,
): string | null {
  const name = writtenKey(key);
  const written = typeof value === "number" ? writtenNumber(value) : writtenText(value);
  return name === null || written === null ? null : `${entity}.${name} = ${written}`;
}
