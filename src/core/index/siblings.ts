import type { CodedParams } from "../model/codedParams.ts";
import type { Siblings } from "../model/distinctLabels.ts";
import { cutMiddle } from "../model/label.ts";
import type { RunTable } from "./table.ts";

/** The runs of an experiment as labels are made from them; good until the table changes. */
export function siblingsIn(table: RunTable, all: Int32Array, active: Int32Array): Siblings {
  const { rows, strings } = table;
  return {
    all,
    active,
    params: paramsIn(table),
    name: (row) => (rows.name.at(row) < 0 ? null : strings.text(rows.name.at(row))),
    id: (row) => strings.text(rows.id.at(row)),
  };
}

/** Codes are those of the table's texts; texts cut for labels have codes after all of those. */
function paramsIn(table: RunTable): CodedParams {
  const { cells, strings } = table;
  const own = strings.size;
  const cutCodes = new Map<string, number>();
  const cutTexts: string[] = [];
  const cutCode = (code: number): number => {
    const text = strings.text(code);
    const cut = cutMiddle(text);
    if (cut === text) return code;
    const known = cutCodes.get(cut);
    if (known !== undefined) return known;
    cutTexts.push(cut);
    cutCodes.set(cut, own + cutTexts.length - 1);
    return own + cutTexts.length - 1;
  };
  // Cells are visited many times over: 1 more than the code that is shown for each, once it was looked for.
  const found = new Int32Array(own);
  const shown = (code: number): number => {
    if (found[code] === 0) found[code] = cutCode(code) + 1;
    return (found[code] ?? 0) - 1;
  };
  const ends = table.rows.paramsEnd.data;
  const keys = cells.paramKey.data;
  const values = cells.paramValue.data;
  return {
    each: (row, visit) => {
      const to = ends[row] ?? 0;
      for (let cell = row === 0 ? 0 : (ends[row - 1] ?? 0); cell < to; cell++) {
        visit(keys[cell] ?? 0, shown(values[cell] ?? 0));
      }
    },
    key: (code) => strings.text(code),
    value: (code) => (code < own ? strings.text(code) : (cutTexts[code - own] ?? "")),
  };
}
