import { naturalPlaces, numberRanks, type OrderKey } from "../order.ts";
import { asNumbers, type ColumnData, type NumberData } from "./columnData.ts";

/** What a column orders its rows by: numbers (of params too), statuses by what needs a look, other texts naturally. */
export function orderKey(data: ColumnData, descending: boolean): OrderKey {
  if (data.kind === "numbers") return numberKey(data, descending);
  const numbers = asNumbers(data);
  if (numbers !== null) return numberKey(numbers, descending);
  const { codes, text, order } = data;
  if (order === "nature") return { ...naturalPlaces(codes, text), descending };
  const ranks = Uint8Array.from(codes, (code) => (code < 0 ? 2 : 0));
  return { values: Float64Array.from(codes), ranks, descending };
}

function numberKey({ values, missing }: NumberData, descending: boolean): OrderKey {
  return { values, ranks: numberRanks(values, missing), descending };
}
