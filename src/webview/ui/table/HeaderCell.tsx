import { Icon } from "../Icon.tsx";
import type { Column } from "./column.ts";
import type { Sorting } from "./sorting.ts";

interface Props<Row> {
  readonly column: Column<Row>;
  readonly sorting: Sorting | null;
  onSort(sorting: Sorting | null): void;
}

/** A column's title; where sorting is useful a button that goes up, down, and back to the order given. */
export function HeaderCell<Row>({ column, sorting, onSort }: Props<Row>) {
  const own = sorting?.column === column.id ? sorting : null;
  const next =
    own === null ? { column: column.id, descending: false } : own.descending ? null : { ...own, descending: true };
  return (
    <th
      scope="col"
      class={column.end === true ? "end" : undefined}
      tabIndex={-1}
      aria-sort={own === null ? undefined : own.descending ? "descending" : "ascending"}
    >
      {column.sortBy === undefined ? (
        column.title
      ) : (
        <button type="button" class="sort-button" tabIndex={-1} onClick={() => onSort(next)}>
          {column.title}
          {own !== null && <Icon name={own.descending ? "down" : "up"} />}
        </button>
      )}
    </th>
  );
}
