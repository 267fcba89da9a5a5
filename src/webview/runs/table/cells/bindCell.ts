import type { CellSetting } from "./cellSetting.ts";
import { bindLabel } from "./labelCell.ts";
import { bindStatus } from "./statusCell.ts";
import { bindValue } from "./valueCell.ts";

/** Makes an empty cell one of a column; returns what draws a line into it. */
export function bindCell(cell: HTMLElement, setting: CellSetting): (row: number) => void {
  const { column } = setting;
  if (column.kind === "attribute" && column.key === "label") return bindLabel(cell, setting);
  if (column.kind === "attribute" && column.key === "status") return bindStatus(cell, setting);
  return bindValue(cell, setting);
}
