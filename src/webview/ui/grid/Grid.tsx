import type { ComponentChildren, RefObject } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { headCellId } from "./activeCell.ts";
import { leftOf, widthOf } from "./columnLayout.ts";
import type { GridPlace, GridSource } from "./gridSource.ts";
import { GridView, type GridWindow, sameColumns } from "./gridView.ts";
import { type GridHandlers, listenTo } from "./listenTo.ts";
import "./Grid.css";

/** What a header cell's element must carry. */
export interface HeadCellAttributes {
  readonly id: string;
  readonly role: "columnheader";
  readonly class: string;
  readonly style: Readonly<Record<string, string>>;
  readonly "aria-colindex": number;
  readonly "data-active": string | undefined;
}

interface Props extends GridHandlers {
  readonly label: string;
  readonly source: GridSource;
  /** In CSS pixels, the same for all. */
  readonly rowHeight: number;
  /** Whether rows open and close, which makes it a tree grid. */
  readonly isTree?: boolean;
  /** Set to the view while there is one. */
  readonly view: RefObject<GridView | null>;
  /** A header cell, with these attributes. */
  head(column: number, attributes: HeadCellAttributes): ComponentChildren;
  onWindow(window: GridWindow): void;
}

/**
 * Rows and columns of any number, of which those in sight are drawn. One tab stop; arrow keys move a cursor, and
 * screen readers follow it by `aria-activedescendant`.
 */
export function Grid(props: Props) {
  const { source, rowHeight, view } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<GridWindow | null>(null);
  const [cursor, setCursor] = useState<GridPlace>({ row: 0, column: 0 });
  const latest = useRef(props);
  latest.current = props;

  useLayoutEffect(() => {
    if (scroller.current === null || head.current === null || body.current === null || rows.current === null) return;
    const parts = { scroller: scroller.current, head: head.current, body: body.current, rows: rows.current };
    const made = new GridView(parts, rowHeight, {
      onWindow: (window) => {
        // The header knows no rows, so that scrolling down draws it no more.
        setShown((before) => (before !== null && sameColumns(before, window) ? before : window));
        latest.current.onWindow(window);
      },
      onCursor: setCursor,
    });
    view.current = made;
    const stop = listenTo(parts, made, {
      onKey: (event, place) => latest.current.onKey(event, place),
      onMove: (place, isExtending) => latest.current.onMove(place, isExtending),
      onPointer: (event, place) => latest.current.onPointer(event, place),
    });
    return () => {
      stop();
      view.current = null;
      made.dispose();
    };
  }, [rowHeight, view]);
  useLayoutEffect(() => view.current?.show(source), [source, rowHeight, view]);

  const headCell = (column: number) =>
    shown !== null &&
    props.head(column, {
      id: headCellId(id, column),
      role: "columnheader",
      class: "grid-head-cell",
      style: { left: `${leftOf(shown.layout, column)}px`, width: `${widthOf(shown.layout, column)}px` },
      "aria-colindex": column + 1,
      "data-active": cursor.row < 0 && cursor.column === column ? "" : undefined,
    });
  const count = source.columns.length;
  const pinned = Math.min(shown?.layout.pinned ?? 0, count);
  const columns = shown?.columns ?? { first: 0, end: 0 };
  return (
    <div ref={scroller} class="grid" {...gridAria(props, id)}>
      <div ref={head} class="grid-head" {...ROW_GROUP}>
        <div class="grid-head-row" {...HEAD_ROW}>
          <div
            class="grid-pinned"
            role="none"
            style={{ width: `${shown === null ? 0 : leftOf(shown.layout, pinned)}px` }}
          >
            {indices(0, pinned).map(headCell)}
          </div>
          {indices(columns.first, Math.min(columns.end, count)).map(headCell)}
        </div>
      </div>
      <div ref={body} class="grid-body" {...ROW_GROUP}>
        <div ref={rows} class="grid-rows" role="none" />
      </div>
    </div>
  );
}

/** A native table cannot leave out rows and columns, so the roles are said. */
const ROW_GROUP = { role: "rowgroup" } as const;
const HEAD_ROW = { role: "row", "aria-rowindex": 1 } as const;

function gridAria({ label, source, isTree }: Props, id: string) {
  return {
    id,
    tabIndex: 0,
    role: isTree === true ? "treegrid" : "grid",
    "aria-label": label,
    "aria-rowcount": source.rows + 1,
    "aria-colcount": source.columns.length,
    "aria-multiselectable": true,
  } as const;
}

function indices(first: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, offset) => first + offset);
}
