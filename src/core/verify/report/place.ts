import type { Finding } from "../../model/finding.ts";
import { visibleText } from "../../model/visibleText.ts";

/** `mlruns/1/abc/metrics/rmse:3:1`, with nothing in it that a terminal or a log would obey. */
export function placeText({ file, line, column }: Pick<Finding, "file" | "line" | "column">): string {
  const parts = [file === "" ? "." : visibleText(file)];
  if (line !== null) parts.push(String(line), ...(column === null ? [] : [String(column)]));
  return parts.join(":");
}
