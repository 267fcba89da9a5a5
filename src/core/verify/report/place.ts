import type { Finding } from "../../model/finding.ts";
import { visibleText } from "../../model/visibleText.ts";

/**
 * `mlruns/1/abc/metrics/rmse:3:1`, with nothing in it that a terminal or a log would obey. After a name that itself ends
 * like a line's number stand both numbers, so that whoever reads places by a pattern takes the name for what it is.
 */
export function placeText({ file, line, column }: Pick<Finding, "file" | "line" | "column">): string {
  const name = file === "" ? "." : visibleText(file);
  if (/:\d+$/.test(name)) return `${name}:${line ?? 1}:${column ?? 1}`;
  const numbers = line === null ? [] : [String(line), ...(column === null ? [] : [String(column)])];
  return [name, ...numbers].join(":");
}
