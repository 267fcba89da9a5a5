import type { IconName } from "../iconPaths.ts";

/** Something that can be chosen from a list. */
export interface OptionEntry {
  readonly kind: "option";
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  /** At the end of its line, dimmed. */
  readonly fact?: string;
  /** Said on hovering, where the line is not all. */
  readonly title?: string;
  /** Where it is on or off. */
  readonly isOn?: boolean;
}

export type ListEntry = OptionEntry | { readonly kind: "heading"; readonly label: string; readonly fact?: string };

const PAGE = 8;

/** Index of the option that a key goes to; null for keys that go nowhere. -1 is none: the text field alone. */
export function optionAfterKey(entries: readonly ListEntry[], active: number, key: string): number | null {
  if (key === "ArrowDown") return moved(entries, active, 1);
  if (key === "ArrowUp") return moved(entries, active, -1);
  if (key === "PageDown") return moved(entries, active, PAGE);
  return key === "PageUp" ? moved(entries, active, -PAGE) : null;
}

/** By so many options, as far as there are some; round the ends by single steps. */
function moved(entries: readonly ListEntry[], active: number, by: number): number {
  const options = entries.flatMap((entry, index) => (entry.kind === "option" ? [index] : []));
  const last = options.length - 1;
  const at = options.indexOf(active);
  const to = at < 0 && by < 0 ? last : at + by;
  if (Math.abs(by) === 1) return options[to > last ? 0 : to < 0 ? last : to] ?? -1;
  return options[Math.max(0, Math.min(to, last))] ?? -1;
}
