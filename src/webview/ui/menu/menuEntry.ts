import type { IconName } from "../iconPaths.ts";

export interface MenuItem {
  readonly kind: "item";
  readonly label: string;
  readonly icon?: IconName;
  /** Where it is one of several of which some are on. */
  readonly checked?: boolean;
  /** Of several only one can be on. */
  readonly isRadio?: boolean;
  /** The keys that do the same. */
  readonly keys?: string;
  readonly isOff?: boolean;
  run(): void;
}

export type MenuEntry = MenuItem | { readonly kind: "line" } | { readonly kind: "heading"; readonly label: string };

export const LINE: MenuEntry = { kind: "line" };

/** Index of the next item that can be chosen, round and round; -1 where there is none. */
export function nextItem(entries: readonly MenuEntry[], from: number, by: 1 | -1): number {
  for (let step = 1; step <= entries.length; step++) {
    const index = (from + by * step + entries.length * (step + 1)) % entries.length;
    const entry = entries[index];
    if (entry?.kind === "item" && entry.isOff !== true) return index;
  }
  return -1;
}

/** Index of the next item whose label starts so, after the one given; -1 where there is none. */
export function itemStartingWith(entries: readonly MenuEntry[], from: number, text: string): number {
  const start = text.toLowerCase();
  for (let step = 1; step <= entries.length; step++) {
    const index = (from + step) % entries.length;
    const entry = entries[index];
    if (entry?.kind === "item" && entry.isOff !== true && entry.label.toLowerCase().startsWith(start)) return index;
  }
  return -1;
}
