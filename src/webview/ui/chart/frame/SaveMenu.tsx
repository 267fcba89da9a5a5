import { useContext } from "preact/hooks";
import { fileName } from "../../../../core/model/fileName.ts";
import { announce } from "../../announce.tsx";
import { Files } from "../../files.ts";
import { Icon } from "../../Icon.tsx";
import { t } from "../../l10n.ts";
import type { MenuEntry } from "../../menu/menuEntry.ts";
import { openMenuBelow } from "../../menu/openMenu.ts";
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
  const way = (label: string, extension: string, make: () => Promise<Uint8Array>): MenuEntry => ({
    kind: "item",
    label,
    run: () => {
      make()
        .then((bytes) => save(fileName(title, extension), bytes))
        .catch(() => announce(t("The file could not be saved.")));
    },
  });
  const label = t("Save {0}", title);
  const open = (opener: HTMLElement) => {
    const entries = [
      way(t("SVG drawing"), "svg", async () => encoded(svgOf(picture()))),
      way(t("PNG picture"), "png", () => pngOf(picture())),
      way(t("CSV data"), "csv", async () => encoded(sheetCsv(data()))),
    ];
    openMenuBelow(opener, label, entries);
  };
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      aria-haspopup="menu"
      title={label}
      onClick={(event) => open(event.currentTarget)}
    >
      <Icon name="save" />
    </button>
  );
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
