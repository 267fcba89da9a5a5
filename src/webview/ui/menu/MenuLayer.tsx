import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../Icon.tsx";
import { useDismiss } from "../popup/useDismiss.ts";
import { usePlaced } from "../popup/usePlaced.ts";
import { itemStartingWith, type MenuEntry, type MenuItem, nextItem } from "./menuEntry.ts";
import { type OpenMenu, openedMenu } from "./openMenu.ts";
import "../popup/floating.css";
import "./Menu.css";

/** Where menus open; one a page. */
export function MenuLayer() {
  const menu = openedMenu.value;
  return menu === null ? null : <Menu key={JSON.stringify(menu.beside)} menu={menu} />;
}

/** A menu by the ARIA pattern: arrows, first letters, Enter; Escape and Tab close it. */
function Menu({ menu }: { readonly menu: OpenMenu }) {
  const { label, entries, beside, opener } = menu;
  const popup = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(nextItem(entries, -1, 1));
  usePlaced(popup, () => beside);
  const close = () => {
    openedMenu.value = null;
  };
  useDismiss(popup, null, close);
  useLayoutEffect(() => {
    popup.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)?.focus();
  }, [active]);
  const choose = (item: MenuItem) => {
    close();
    opener.focus();
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = target(event.key, entries, active);
    if (to !== null) setActive(to);
    else if (event.key === "Escape" || event.key === "Tab") {
      close();
      opener.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={popup}
      class="floating menu"
      popover="manual"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => event.preventDefault()}
    >
      {entries.map((entry, index) => (
        <Entry key={index} entry={entry} index={index} onPoint={setActive} onChoose={choose} />
      ))}
    </div>
  );
}

/** The item a key goes to; null for keys that go nowhere. */
function target(key: string, entries: readonly MenuEntry[], active: number): number | null {
  if (key === "ArrowDown") return nextItem(entries, active, 1);
  if (key === "ArrowUp") return nextItem(entries, active, -1);
  if (key === "Home") return nextItem(entries, -1, 1);
  if (key === "End") return nextItem(entries, entries.length, -1);
  if (key.length !== 1 || key === " ") return null;
  const found = itemStartingWith(entries, active, key);
  return found < 0 ? active : found;
}

interface EntryProps {
  readonly entry: MenuEntry;
  readonly index: number;
  onPoint(index: number): void;
  onChoose(item: MenuItem): void;
}

function Entry({ entry, index, onPoint, onChoose }: EntryProps) {
  if (entry.kind === "line") return <hr class="menu-line" />;
  if (entry.kind === "heading") return <div class="menu-heading">{entry.label}</div>;
  const { label, icon, checked, keys, isOff } = entry;
  return (
    <button
      type="button"
      class="menu-item"
      {...roleOf(entry)}
      aria-disabled={isOff === true ? true : undefined}
      tabIndex={-1}
      data-index={index}
      onPointerMove={() => isOff !== true && onPoint(index)}
      onClick={() => isOff !== true && onChoose(entry)}
    >
      <span class="menu-icon">
        {checked === true ? <Icon name="check" /> : icon !== undefined && <Icon name={icon} />}
      </span>
      <span class="menu-label">{label}</span>
      {keys !== undefined && <span class="menu-keys">{keys}</span>}
    </button>
  );
}

function roleOf({ checked, isRadio }: MenuItem) {
  if (checked === undefined) return { role: "menuitem" } as const;
  return { role: isRadio === true ? "menuitemradio" : "menuitemcheckbox", "aria-checked": checked } as const;
}
