import type { RunRef } from "../../model/run.ts";
import type { Cell, Column, TableLine, TablePage, TableRequest } from "../../model/runsTable.ts";
import { cellAt } from "../columns/columnData.ts";
import { readColumn } from "../columns/readColumn.ts";
import type { TableContext } from "../columns/tableContext.ts";
import { refOfRow, runRow } from "../runRow.ts";
import { groupCells } from "./groups.ts";
import { type Line, linesOf } from "./lines.ts";
import type { Selection } from "./selection.ts";

/** The lines of a table that are asked for, with their cells. */
export function tablePage(context: TableContext, selection: Selection, request: TableRequest): TablePage {
  const { offset, limit, columns } = request;
  const lines = linesOf(selection, request);
  const slice = lines.slice(offset, limit);
  const rows = rowsOf(selection, slice);
  const cells = cellReader(context, rows, columns);
  const hasGroups = slice.some(({ kind }) => kind === "group");
  const shared = hasGroups ? columns.map((column) => groupCells(selection, column)) : [];
  let run = 0;
  return {
    total: lines.total,
    runs: selection.rows.length,
    all: selection.all,
    offset,
    lines: slice.map((line): TableLine => {
      if (line.kind === "run") {
        const row = selection.rows[line.place] ?? 0;
        return { kind: "run", row: shown(context, row), cells: cells(run++) };
      }
      const { group, open } = line;
      const { key, value, places } = group;
      return { kind: "group", key, value, runs: places.length, open, cells: shared.map((cellOf) => cellOf(group)) };
    }),
  };
}

/** The runs of the lines asked for; of groups that are closed, all of theirs. At most `most`. */
export function runsAt(context: TableContext, selection: Selection, request: TableRequest, most: number): RunRef[] {
  const refs: RunRef[] = [];
  for (const line of linesOf(selection, request).slice(request.offset, request.limit)) {
    for (const place of placesOf(line)) {
      if (refs.length === most) return refs;
      refs.push(refOfRow(context, selection.rows[place] ?? 0));
    }
  }
  return refs;
}

function placesOf(line: Line): ArrayLike<number> & Iterable<number> {
  if (line.kind === "run") return [line.place];
  return line.open ? [] : line.group.places;
}

function shown(context: TableContext, row: number) {
  const experiment = context.table.strings.text(context.table.rows.experiment.at(row));
  return runRow(context, context.overviews.of(experiment), row);
}

function rowsOf({ rows }: Selection, lines: readonly Line[]): Int32Array {
  return Int32Array.from(lines.flatMap((line) => (line.kind === "run" ? [rows[line.place] ?? 0] : [])));
}

/** Cells are read for the lines asked for alone: whole columns are made only to sort and to group. */
export function cellReader(
  context: TableContext,
  rows: Int32Array,
  columns: readonly Column[],
): (row: number) => Cell[] {
  const data = columns.map((column) => readColumn(context, rows, column));
  return (row) => data.map((column) => cellAt(column, row));
}
