import { columnId } from "../../../core/model/runsTable.ts";
import type { GridPlace } from "../../ui/grid/gridSource.ts";
import { exactText } from "./cells/cellWords.ts";
import { typeOf } from "./cells/valueCell.ts";
import { profileOf } from "./columns/profiles.ts";
import type { Surface } from "./surface.ts";
import { STATE_COLUMNS } from "./tableSource.ts";

/** A cell's value as it is copied; null where it has none. */
export function textAt(surface: Surface, { row, column }: GridPlace): string | null {
  const head = surface.model.lines.head(row);
  const { columns, profiles } = surface.shown();
  const own = columns[column - STATE_COLUMNS];
  if (head === undefined || own === undefined) return null;
  if (own.kind === "attribute" && own.key === "label") {
    return head.kind === "run" ? head.row.label : String(head.value ?? "");
  }
  const value = surface.model.lines.cell(row, columnId(own)) ?? null;
  return value === null ? null : exactText(value, typeOf(profileOf(profiles, own)));
}
