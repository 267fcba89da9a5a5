import type { ComponentChildren, Ref, RefObject, VNode } from "preact";
import { useImperativeHandle, useMemo, useRef } from "preact/hooks";
import { Spacer } from "../../../ui/table/DataTable.tsx";
import { useVirtualRows } from "../../../ui/table/virtualRows.ts";
import { type ColumnWindow, columnWidth, columnWindow } from "./columnWindow.ts";
import { Gap, GridRow } from "./GridRow.tsx";
import type { GridContent } from "./gridContent.ts";
import { type GridFocus, HEAD, useGridFocus } from "./gridFocus.ts";
import { COLUMN_HEAD, ROW, ROWS } from "./roles.ts";
import { useViewport, type Viewport } from "./viewport.ts";
import "./VirtualGrid.css";

interface Props {
  readonly label: string;
  readonly corner: ComponentChildren;
  readonly content: GridContent;
  /** Pixels a column has at least and at most. */
  readonly width: readonly [least: number, most: number];
  /** Pixels a row is taken to be high until it is drawn. */
  readonly rowHeight: number;
  readonly control?: Ref<GridFocus | null>;
}

/** Cells drawn at once without a thought. */
const CELLS = 1500;

/**
 * A table of which only the rows and columns on screen are drawn; heads above and at the start stay in sight. Rows are laid
 * out one by one, not as a table: a browser measures a whole table again for each row that comes in.
 */
export function VirtualGrid(props: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const view = useViewport(scroller);
  return (
    <div class="grid-frame">
      <div class="grid-box" ref={scroller}>
        {view !== null && <GridTable {...props} scroller={scroller} view={view} />}
      </div>
    </div>
  );
}

interface TableProps extends Props {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly view: Viewport;
}

function GridTable({ label, corner, content, width, rowHeight, control, scroller, view }: TableProps) {
  const keys = Math.min(Math.max(view.width * 0.2, 150), 260);
  const cell = columnWidth(content.columns, view.width - keys - 2, ...width);
  const columns = columnWindow(content.columns, cell, view.left, view.width - keys);
  const most = Math.max(30, Math.floor(CELLS / Math.max(columns.end - columns.first, 1)));
  const rows = useVirtualRows(scroller, content.rows, rowHeight, most);
  const focus = useGridFocus({
    scroller,
    size: () => ({
      rows: content.rows,
      columns: content.columns,
      page: Math.max(1, Math.floor(view.height / rowHeight) - 2),
    }),
    approach: ({ row, column }) => scroller.current?.scrollTo(Math.max(0, column) * cell, rows.topOf(Math.max(0, row))),
  });
  useImperativeHandle(control ?? null, () => focus);
  const drawn = useDrawnRows(content, columns);
  const shown = Array.from({ length: columns.end - columns.first }, (_, i) => columns.first + i);
  return (
    <table
      class="virtual-grid"
      style={{ "--keys": `${keys}px`, "--cell": `${cell}px`, width: `${keys + cell * content.columns}px` }}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: it is a grid of which arrow keys move among the cells.
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={content.rows + 1}
      aria-colcount={content.columns + 1}
      onKeyDown={focus.onKeyDown}
    >
      <thead {...ROWS}>
        <tr {...ROW} data-row={HEAD} aria-rowindex={1}>
          <td {...COLUMN_HEAD} class="corner" data-column={-1} aria-colindex={1} tabIndex={-1}>
            {corner}
          </td>
          <Gap width={columns.before} />
          {shown.map((column) => {
            const { look, content: head } = content.columnHead(column);
            return (
              <th
                key={content.columnKey(column)}
                {...COLUMN_HEAD}
                class={look}
                data-column={column}
                aria-colindex={column + 2}
                tabIndex={-1}
              >
                {head}
              </th>
            );
          })}
          <Gap width={columns.after} />
        </tr>
      </thead>
      <tbody {...ROWS}>
        <Spacer height={rows.before} />
        {Array.from({ length: rows.end - rows.first }, (_, i) => drawn(rows.first + i))}
        <Spacer height={rows.after} />
      </tbody>
    </table>
  );
}

/** Rows as elements, each made once while what they show and the columns stay: scrolling down draws only what comes in. */
function useDrawnRows(content: GridContent, columns: ColumnWindow): (row: number) => VNode {
  const { first, end, before, after } = columns;
  return useMemo(() => {
    const shown = Array.from({ length: end - first }, (_, i) => first + i);
    const made = new Map<number, VNode>();
    return (row: number): VNode => {
      const known = made.get(row) ?? (
        <GridRow key={content.rowKey(row)} content={content} row={row} columns={columns} shown={shown} />
      );
      made.set(row, known);
      return known;
    };
  }, [content, first, end, before, after]);
}
