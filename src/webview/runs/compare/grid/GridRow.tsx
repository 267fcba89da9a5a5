import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import type { ColumnWindow } from "./columnWindow.ts";
import type { GridContent } from "./gridContent.ts";
import { ALL } from "./gridFocus.ts";
import { CELL, ROW, ROW_HEAD } from "./roles.ts";

interface Props {
  readonly content: GridContent;
  readonly row: number;
  readonly columns: ColumnWindow;
  /** The columns drawn. */
  readonly shown: readonly number[];
}

/** A row: its head, then what it says of each column, or one thing for all of them. */
export function GridRow({ content, row, columns, shown }: Props) {
  const head = content.rowHead(row);
  const band = content.band(row);
  const cell = useCells(content, row);
  return (
    <tr class={band === null ? undefined : "band"} {...ROW} data-row={row} aria-rowindex={row + 2}>
      <th {...ROW_HEAD} class={head.look} data-column={-1} aria-colindex={1} tabIndex={-1}>
        {head.content}
      </th>
      {band !== null ? (
        <td {...CELL} class="all" data-column={ALL} aria-colindex={2} tabIndex={-1}>
          <div class="band-content">{band}</div>
        </td>
      ) : (
        <>
          <Gap width={columns.before} />
          {shown.map(cell)}
          <Gap width={columns.after} />
        </>
      )}
    </tr>
  );
}

/** In the place of columns that are not drawn. */
export function Gap({ width }: { readonly width: number }) {
  return width > 0 ? <td class="gap" role="presentation" style={{ flexBasis: `${width}px` }} /> : null;
}

/** Cells as elements, each made once while it stays on screen: scrolling sideways draws only what comes in. */
function useCells(content: GridContent, row: number): (column: number) => VNode {
  const drawn = useRef<{ readonly of: GridContent; readonly cells: ReadonlyMap<number, VNode> } | null>(null);
  const known = drawn.current?.of === content ? drawn.current.cells : null;
  const cells = new Map<number, VNode>();
  drawn.current = { of: content, cells };
  return (column) => {
    const cell = known?.get(column) ?? gridCell(content, row, column);
    cells.set(column, cell);
    return cell;
  };
}

function gridCell(content: GridContent, row: number, column: number): VNode {
  const { look, content: inside } = content.cell(row, column);
  return (
    <td
      key={content.columnKey(column)}
      {...CELL}
      class={look}
      data-column={column}
      aria-colindex={column + 2}
      tabIndex={-1}
    >
      {inside}
    </td>
  );
}
