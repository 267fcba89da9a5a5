import { visibleText } from "../../../core/model/visibleText.ts";

/** Text of several lines with nothing hidden in it; its lines and tabs stay. */
export function visibleLines(text: string): string {
  return text
    .split(/(\r?\n|\t)/)
    .map((part, index) => (index % 2 === 1 ? part : visibleText(part)))
    .join("");
}

/** Whether all words of a filter are found in one of the texts' union; an empty filter matches everything. */
export function matcher(filter: string): (...texts: readonly string[]) => boolean {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return (...texts) => {
    if (words.length === 0) return true;
    const all = texts.join("\n").toLowerCase();
    return words.every((word) => all.includes(word));
  };
}

/** The first characters of an id, as people quote it. */
export function shortId(id: string): string {
  return id.slice(0, 8);
}
