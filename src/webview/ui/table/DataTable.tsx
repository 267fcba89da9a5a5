import type { ComponentChildren } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import type { Column } from "./column.ts";
import { onGridKeys } from "./gridKeys.ts";
import { HeaderCell } from "./HeaderCell.tsx";
import { type Sorting, sorted } from "./sorting.ts";
import { useVirtualRows } from "./virtualRows.ts";
import "./DataTable.css";

interface Props<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** CSS width below which the table scrolls sideways rather than squeezing its columns. */
  readonly minWidth?: string;
}

const ROW_ESTIMATE = 27;

/** A table whose first column names the row. Beyond 200 rows only those on screen are drawn. */
export function DataTable<Row>({ label, columns, rows, rowKey, minWidth }: Props<Row>) {
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const ordered = useMemo(() => sorted(rows, columns, sorting), [rows, columns, sorting]);
  const scroller = useRef<HTMLDivElement>(null);
  const { first, end, before, after } = useVirtualRows(scroller, ordered.length, ROW_ESTIMATE);
  return (
    <div class="table-box" ref={scroller}>
      <table
        class="data-table"
        style={minWidth === undefined ? {} : { minWidth }}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows and cells keep their native meaning, arrow keys move among them.
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={ordered.length + 1}
        onKeyDown={onGridKeys}
      >
        <colgroup>
          {columns.map(({ id, width }) => (
            <col key={id} style={width === undefined ? {} : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sorting={sorting} onSort={setSorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer height={before} />
          {ordered.slice(first, end).map((row, offset) => (
            <tr key={rowKey(row)} data-row={first + offset} aria-rowindex={first + offset + 2}>
              {columns.map((column, index) => (
                <Cell key={column.id} head={index === 0} end={column.end ?? false}>
                  {column.render(row)}
                </Cell>
              ))}
            </tr>
          ))}
          <Spacer height={after} />
        </tbody>
      </table>
    </div>
  );
}

function Cell({ head, end, children }: { head: boolean; end: boolean; children: ComponentChildren }) {
  const look = end ? "end" : undefined;
  return head ? (
    <th scope="row" class={look} tabIndex={-1}>
      {children}
    </th>
  ) : (
    <td class={look} tabIndex={-1}>
      {children}
    </td>
  );
}

/** Stands for the rows that are not drawn; its style sheet hides it from eyes and screen readers. */
export function Spacer({ height }: { height: number }) {
  return height === 0 ? null : <tr class="spacer" style={{ height: `${height}px` }} />;
}
