import { signal } from "@preact/signals";
import type { Box } from "../popup/placement.ts";
import type { MenuEntry } from "./menuEntry.ts";

export interface OpenMenu {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** What it opens beside. */
  readonly beside: Box;
  /** Has the focus again afterwards. */
  readonly opener: HTMLElement;
}

/** The one menu that is open on a page. */
export const openedMenu = signal<OpenMenu | null>(null);

export function openMenu(menu: OpenMenu): void {
  openedMenu.value = menu;
}

/** Below the button that opens it. */
export function openMenuBelow(opener: HTMLElement, label: string, entries: readonly MenuEntry[]): void {
  openMenu({ label, entries, beside: opener.getBoundingClientRect(), opener });
}
