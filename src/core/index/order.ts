import { byNaturalParts, naturalParts } from "../model/naturalOrder.ts";
import { byText } from "../model/text.ts";
import type { RunOrder } from "../model/views.ts";
import { lastValues } from "./metricColumn.ts";
import type { RunTable } from "./table.ts";

/** What a row is ordered by; rank 0 for a value, 1 for NaN, 2 for none: those come last in both directions, as in MLflow. */
interface Keys {
  readonly values: Float64Array;
  readonly ranks: Uint8Array;
}

/** The rows in order; ties by start, newest first, then by id. */
export function orderRows(table: RunTable, rows: Int32Array, order: RunOrder): Int32Array {
  const { values, ranks } = keysOf(table, rows, order);
  const sign = order.descending ? -1 : 1;
  const { start, id } = table.rows;
  const places = Uint32Array.from(rows, (_, i) => i);
  places.sort((a, b) => {
    const rank = (ranks[a] ?? 0) - (ranks[b] ?? 0);
    if (rank !== 0) return rank;
    const difference = (values[a] ?? 0) - (values[b] ?? 0);
    // Equal infinities differ by NaN.
    if (difference !== 0 && values[a] !== values[b]) return ranks[a] === 0 ? sign * difference : tie(a, b);
    return tie(a, b);
  });
  function tie(a: number, b: number): number {
    const rowA = rows[a] ?? 0;
    const rowB = rows[b] ?? 0;
    const startA = start.at(rowA);
    const startB = start.at(rowB);
    if (startA !== startB && !(Number.isNaN(startA) && Number.isNaN(startB))) {
      if (Number.isNaN(startA)) return 1;
      return Number.isNaN(startB) ? -1 : startB - startA;
    }
    return byText(table.strings.text(id.at(rowA)), table.strings.text(id.at(rowB)));
  }
  return Int32Array.from(places, (place) => rows[place] ?? 0);
}

function keysOf(table: RunTable, rows: Int32Array, { by }: RunOrder): Keys {
  if (by === "name") return nameKeys(table, rows);
  if (by === "start") {
    const values = Float64Array.from(rows, (row) => table.rows.start.at(row));
    return { values, ranks: Uint8Array.from(values, (value) => (Number.isNaN(value) ? 2 : 0)) };
  }
  const { values, missing } = lastValues(table, rows, by.metric);
  return { values, ranks: missing.map((isMissing, i) => (isMissing ? 2 : Number.isNaN(values[i]) ? 1 : 0)) };
}

/** Names by their place among the names, numbers inside them as numbers: `run-2` before `run-10`. */
function nameKeys(table: RunTable, rows: Int32Array): Keys {
  const codes = Int32Array.from(rows, (row) => table.rows.name.at(row));
  const unique = [...new Set(codes)]
    .filter((code) => code >= 0)
    .map((code) => ({ code, parts: naturalParts(table.strings.text(code)) }));
  unique.sort((a, b) => byNaturalParts(a.parts, b.parts));
  const place = new Map(unique.map(({ code }, i) => [code, i]));
  return {
    values: Float64Array.from(codes, (code) => place.get(code) ?? 0),
    ranks: Uint8Array.from(codes, (code) => (code < 0 ? 2 : 0)),
  };
}
