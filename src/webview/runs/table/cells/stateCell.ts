import { lineLook } from "../../../ui/chart/lineLook.ts";
import { iconElement } from "../../../ui/iconElement.ts";
import type { IconName } from "../../../ui/iconPaths.ts";
import type { CellContext } from "./cellSetting.ts";

/** The first cell of a row: whether its run is in the comparison, with the colour it has there, and is its baseline. */
export function bindState(cell: HTMLElement, context: CellContext): (row: number) => void {
  const icon = iconElement();
  cell.append(icon.element);
  return (row) => {
    const head = context.lines.head(row);
    const ref = head?.kind === "run" ? head.row.ref : null;
    const look = ref === null ? null : context.pinLook(ref);
    const isBaseline = ref !== null && context.isBaseline(ref);
    icon.show(iconOf(ref !== null, isBaseline));
    cell.className = look === null ? "grid-cell state" : "grid-cell state pinned";
    cell.style.color = look === null ? "" : `var(${lineLook(look).variable}, currentColor)`;
  };
}

function iconOf(isRun: boolean, isBaseline: boolean): IconName | null {
  if (!isRun) return null;
  return isBaseline ? "flag" : "pin";
}
