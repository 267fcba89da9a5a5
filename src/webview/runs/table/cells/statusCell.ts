import type { ShownStatus } from "../../../../core/model/views.ts";
import { iconElement } from "../../../ui/iconElement.ts";
import { STATUS_ICONS, statusWord } from "../../../ui/statusWords.ts";
import type { CellSetting } from "./cellSetting.ts";
import { MISSING } from "./cellText.ts";
import { PENDING, painter } from "./paint.ts";

/** A status as picture, colour and word. */
export function bindStatus(cell: HTMLElement, { context, id }: CellSetting): (row: number) => void {
  const icon = iconElement();
  cell.append(icon.element);
  const paint = painter(cell, "run-status");
  return (row) => {
    const head = context.lines.head(row);
    const value = head?.kind === "run" ? head.row.status : context.lines.cell(row, id);
    const status = typeof value === "string" && isStatus(value) ? value : null;
    icon.show(status === null ? null : STATUS_ICONS[status]);
    if (value === undefined) paint(PENDING);
    else if (status === null) paint({ text: MISSING, look: "missing", bar: null });
    else paint({ text: statusWord(status), look: status, bar: null });
  };
}

export function isStatus(text: string): text is ShownStatus {
  return Object.hasOwn(STATUS_ICONS, text);
}
