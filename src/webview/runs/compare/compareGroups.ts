import { matcher } from "../../ui/format/text.ts";
import { type ComparePart, type CompareRow, keyOf, type PartId } from "./parts/part.ts";

/** One part of the comparison, as far as it is shown. */
export interface CompareGroup {
  readonly id: PartId;
  readonly title: string;
  readonly rows: readonly CompareRow[];
  /** Rows left out because all runs have the same. */
  readonly equal: number;
  /** Rows left out because there are too many. */
  readonly hidden: number;
}

/** A heading or a row, as they follow one another. */
export type CompareLine = { readonly kind: "group"; readonly group: CompareGroup } | CompareRow;

export interface Narrowing {
  readonly onlyDifferences: boolean;
  readonly filter: string;
}

/** The rows of each part that match the filter; parts that have none are left out. */
export function compareGroups(
  parts: readonly ComparePart[],
  { onlyDifferences, filter }: Narrowing,
): readonly CompareGroup[] {
  const matches = matcher(filter);
  const isFiltered = filter.trim() !== "";
  return parts
    .map(({ id, title, rows: all, hidden }) => {
      const found = isFiltered ? all.filter((row) => matches(keyOf(row), ...textsOf(row))) : all;
      const rows = onlyDifferences ? found.filter(({ differs }) => differs) : found;
      return { id, title, rows, equal: found.length - rows.length, hidden };
    })
    .filter(({ rows, equal }) => rows.length + equal > 0);
}

function textsOf(row: CompareRow): readonly string[] {
  return row.kind === "metric" ? [] : row.value.values.filter((value) => value !== null);
}

/** Headings with their rows below them, but for those that are folded. */
export function linesOf(groups: readonly CompareGroup[], folded: ReadonlySet<PartId>): readonly CompareLine[] {
  return groups.flatMap((group): readonly CompareLine[] => {
    const heading: CompareLine = { kind: "group", group };
    return folded.has(group.id) ? [heading] : [heading, ...group.rows];
  });
}
