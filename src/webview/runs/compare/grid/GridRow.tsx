import type { ColumnWindow } from "./columnWindow.ts";
import type { GridContent } from "./gridContent.ts";
import { ALL } from "./gridFocus.ts";

interface Props {
  readonly content: GridContent;
  readonly row: number;
  readonly columns: ColumnWindow;
  /** The columns drawn. */
  readonly shown: readonly number[];
}

/** A row: its head, then what it says of each column, or one thing for all of them. */
export function GridRow({ content, row, columns: { before, after }, shown }: Props) {
  const head = content.rowHead(row);
  const band = content.band(row);
  return (
    <tr class={band === null ? undefined : "band"} data-row={row} aria-rowindex={row + 2}>
      <th scope={band === null ? "row" : "rowgroup"} class={head.look} data-column={-1} aria-colindex={1} tabIndex={-1}>
        {head.content}
      </th>
      {band !== null ? (
        <td
          colSpan={shown.length + Number(before > 0) + Number(after > 0)}
          data-column={ALL}
          aria-colindex={2}
          tabIndex={-1}
        >
          <div class="band-content">{band}</div>
        </td>
      ) : (
        <>
          {before > 0 && <td class="gap" />}
          {shown.map((column) => {
            const { look, content: inside } = content.cell(row, column);
            return (
              <td
                key={content.columnKey(column)}
                class={look}
                data-column={column}
                aria-colindex={column + 2}
                tabIndex={-1}
              >
                {inside}
              </td>
            );
          })}
          {after > 0 && <td class="gap" />}
        </>
      )}
    </tr>
  );
}
