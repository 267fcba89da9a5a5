import { visibleText } from "../../model/visibleText.ts";

/**
 * A text as Markdown shows it word for word, in code style, on one line and in a cell of a table. Inside it nothing is a
 * link, an image, HTML, or a mention (Git hosts notify whoever a plain `@name` names). What a span of backticks could not
 * hold becomes an element with every sign written as an entity.
 */
export function markdownCode(text: string): string {
  const shown = visibleText(text);
  if (shown.trim() === "") return shown === "" ? "" : element(shown);
  return /[`|\\]|^\s|\s$/.test(shown) ? element(shown) : `\`${shown}\``;
}

function element(text: string): string {
  return `<code>${text.replace(/[^\p{L}\p{N} ]|^ | $/gu, (sign) => `&#${sign.codePointAt(0)};`)}</code>`;
}

/** A text of our own words as Markdown shows it word for word. */
export function markdownText(text: string): string {
  return visibleText(text).replace(/[\\`*_{}[\]<#|~&@!]/g, "\\$&");
}

/** Lines of a table; cells are Markdown already. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: ReadonlySet<number>,
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  const rule = head.map((_, i) => (right.has(i) ? "---:" : "---"));
  return [line(head), line(rule), ...rows.map(line)].join("");
}
