import type { RunRef } from "../../../core/model/run.ts";
import { type Column, columnId } from "../../../core/model/runsTable.ts";
import type { GridColumn, GridPlace, GridSource } from "../../ui/grid/gridSource.ts";
import { counted, t } from "../../ui/l10n.ts";
import { bindCell } from "./cells/bindCell.ts";
import type { CellContext } from "./cells/cellSetting.ts";
import { cellWords, runWords } from "./cells/cellWords.ts";
import { groupTitle } from "./cells/groupTitle.ts";
import { bindState } from "./cells/stateCell.ts";
import { type Profiles, profileOf } from "./columns/profiles.ts";
import { isSelected, type Selection } from "./selection.ts";

/** The cells before all columns: whether a run is pinned. */
export const STATE_WIDTH = 34;
export const STATE_COLUMNS = 1;

/** The table's columns as the grid lays them out, behind the one of pins. */
export function gridColumns(
  columns: readonly Column[],
  context: CellContext,
  about: { readonly profiles: Profiles; readonly pinned: readonly string[]; widthOf(column: Column): number },
): readonly GridColumn[] {
  const state: GridColumn = {
    id: "",
    width: STATE_WIDTH,
    pinned: true,
    bind: (cell) => bindState(cell, context),
  };
  return [
    state,
    ...columns.map((column): GridColumn => {
      const id = columnId(column);
      const setting = { context, column, id, profile: profileOf(about.profiles, column) };
      return {
        id,
        width: about.widthOf(column),
        pinned: about.pinned.includes(id),
        bind: (cell) => bindCell(cell, setting),
      };
    }),
  ];
}

export interface TableParts {
  readonly rows: number;
  readonly columns: readonly GridColumn[];
  /** What the grid's columns show, the first of them that of pins left out. */
  readonly shown: readonly Column[];
  readonly profiles: Profiles;
  readonly context: CellContext;
  readonly selection: Selection;
  /** As the grid understands it. */
  readonly look: unknown;
}

/** Lines of runs and groups as a grid's rows. */
export function tableSource(parts: TableParts): GridSource {
  const { rows, columns, context, selection } = parts;
  return {
    ...{ rows, columns, look: parts.look },
    stampOf: (row) => context.lines.stamp(row),
    drawRow: (element, row) => {
      const head = context.lines.head(row);
      const selected = head?.kind === "run" && isSelected(selection, head.row.ref);
      const kind = head === undefined ? "" : ` ${head.kind}`;
      const look = selected ? `grid-row${kind} selected` : `grid-row${kind}`;
      if (element.className !== look) element.className = look;
      set(element, "aria-selected", head?.kind === "run" ? String(selected) : null);
      set(element, "aria-expanded", head?.kind === "group" ? String(head.open) : null);
      set(element, "aria-level", levelOf(head?.kind, context));
    },
    words: (place) => words(parts, place),
  };
}

function set(element: HTMLElement, name: string, value: string | null): void {
  if (value === element.getAttribute(name)) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

function levelOf(kind: "run" | "group" | undefined, { lines }: CellContext): string | null {
  if (kind === undefined || !lines.question?.grouping) return null;
  return kind === "group" ? "1" : "2";
}

function words({ context, shown, profiles }: TableParts, { row, column }: GridPlace): string {
  const head = context.lines.head(row);
  if (head === undefined) return "";
  if (column < STATE_COLUMNS) return head.kind === "run" ? stateWords(context, head.row.ref) : "";
  const own = shown[column - STATE_COLUMNS];
  if (own === undefined) return "";
  if (own.kind === "attribute" && own.key === "label") {
    if (head.kind === "run") return runWords(head.row);
    return `${groupTitle(head.value, context)}\n${counted(head.runs, "1 run", "{0} runs")}`;
  }
  const value = context.lines.cell(row, columnId(own));
  return value === undefined ? "" : cellWords(value, own, profileOf(profiles, own));
}

function stateWords(context: CellContext, ref: RunRef): string {
  if (context.isBaseline(ref)) return t("Pinned, baseline of the comparison");
  return context.pinLook(ref) === null ? t("Not pinned") : t("Pinned: in the comparison");
}
