import { useContext, useId, useRef } from "preact/hooks";
import { fileName } from "../../../../core/model/fileName.ts";
import { announce } from "../../announce.tsx";
import { Files } from "../../files.ts";
import { Icon } from "../../Icon.tsx";
import { t } from "../../l10n.ts";
import { type DataSheet, sheetCsv } from "./dataSheet.ts";
import { type Picture, pngOf, svgOf } from "./picture.ts";

interface Props {
  readonly title: string;
  readonly picture: () => Picture;
  readonly data: () => DataSheet;
}

/** Saves what a chart shows: as a drawing, as a picture, as numbers. */
export function SaveMenu({ title, picture, data }: Props) {
  const save = useContext(Files);
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const ways: readonly (readonly [label: string, extension: string, make: () => Promise<Uint8Array>])[] = [
    [t("SVG drawing"), "svg", async () => encoded(svgOf(picture()))],
    [t("PNG picture"), "png", () => pngOf(picture())],
    [t("CSV data"), "csv", async () => encoded(sheetCsv(data()))],
  ];
  const choose = (extension: string, make: () => Promise<Uint8Array>) => {
    menu.current?.hidePopover();
    make()
      .then((bytes) => save(fileName(title, extension), bytes))
      .catch(() => announce(t("The file could not be saved.")));
  };
  const label = t("Save {0}", title);
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={label}
        title={label}
        popovertarget={id}
        style={{ anchorName: `--${anchorOf(id)}` }}
      >
        <Icon name="save" />
      </button>
      <div
        ref={menu}
        id={id}
        class="popup"
        popover="auto"
        role="menu"
        aria-label={label}
        style={{ positionAnchor: `--${anchorOf(id)}` }}
        onToggle={(event) => event.newState === "open" && firstItem(event.currentTarget)?.focus()}
        onKeyDown={moveInMenu}
      >
        {ways.map(([name, extension, make]) => (
          <button key={extension} type="button" role="menuitem" tabIndex={-1} onClick={() => choose(extension, make)}>
            {name}
          </button>
        ))}
      </div>
    </>
  );
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Ids of elements may hold characters that names in style sheets may not. */
function anchorOf(id: string): string {
  return id.replace(/[^\w-]/g, "_");
}

function firstItem(menu: HTMLElement): HTMLElement | null {
  return menu.querySelector<HTMLElement>("[role=menuitem]");
}

function moveInMenu(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items[to % items.length]?.focus();
}
