import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { columnId } from "../../../core/model/runsTable.ts";
import { useCopy } from "../../ui/copy.tsx";
import { Grid, type HeadCellAttributes } from "../../ui/grid/Grid.tsx";
import type { GridView, GridWindow } from "../../ui/grid/gridView.ts";
import { t } from "../../ui/l10n.ts";
import { profileOf } from "./columns/profiles.ts";
import { columnDrag } from "./header/columnDrag.ts";
import { HeaderCell } from "./header/HeaderCell.tsx";
import { headerHandlers } from "./header/headerHandlers.ts";
import { onHeaderKey } from "./header/onHeaderKey.ts";
import { onRowKey } from "./onRowKey.ts";
import { onRowPointer } from "./onRowPointer.ts";
import { type Surface, useTable } from "./surface.ts";
import { STATE_COLUMNS } from "./tableSource.ts";
import { useTableSource } from "./useTableSource.ts";
import "./TableGrid.css";

/** In CSS pixels. */
const ROW_HEIGHT = 28;

interface Props {
  /** Puts the cursor into the filter box. */
  onFilter(): void;
}

/** The table's runs and groups as a grid. */
export function TableGrid({ onFilter }: Props) {
  const parts = useTable();
  const { model, pinned } = parts;
  const view = useRef<GridView | null>(null);
  const copy = useCopy();
  const shown = useTableSource(model, pinned);
  const latest = useRef({ shown, copy, onFilter });
  latest.current = { shown, copy, onFilter };
  const surface = useMemo<Surface>(
    () => ({
      ...parts,
      view,
      shown: () => latest.current.shown,
      copy: (text) => latest.current.copy(text),
      onFilter: () => latest.current.onFilter(),
    }),
    [parts],
  );
  const fromTop = model.fromTop.value;
  const wasPlaced = useRef(false);
  useEffect(() => {
    view.current?.scrollTo(model.place.row * ROW_HEIGHT, model.place.left);
    wasPlaced.current = true;
  }, [model, fromTop]);
  const onWindow = ({ rows, columns, layout }: GridWindow) => {
    const { columns: all } = latest.current.shown;
    const stuck = all.slice(0, Math.max(0, layout.pinned - STATE_COLUMNS));
    const free = all.slice(Math.max(0, columns.first - STATE_COLUMNS), Math.max(0, columns.end - STATE_COLUMNS));
    model.lines.want(rows, [...new Set([...stuck, ...free])]);
    const grid = view.current;
    if (grid !== null && wasPlaced.current) model.place = { row: grid.top / ROW_HEIGHT, left: grid.left };
  };
  return (
    <Grid
      label={t("Runs")}
      source={shown.source}
      rowHeight={ROW_HEIGHT}
      isTree={model.view.value.grouping !== null}
      view={view}
      head={useHead(surface)}
      onWindow={onWindow}
      onKey={(event, place) => (place.row < 0 ? onHeaderKey : onRowKey)(surface, event, place)}
      onMove={(place, isExtending) => isExtending && place.row >= 0 && void parts.actions.extendTo(place.row, false)}
      onPointer={(event, place) => onRowPointer(surface, event, place)}
    />
  );
}

/** What makes the header of a column. */
function useHead(surface: Surface): (column: number, attributes: HeadCellAttributes) => ComponentChildren {
  const { model } = surface;
  const handlers = useMemo(() => headerHandlers(surface), [surface]);
  const { order, pinned } = model.view.value;
  const drag = columnDrag.value;
  return (place, attributes) => {
    const { columns, profiles } = surface.shown();
    const column = columns[place - STATE_COLUMNS];
    if (column === undefined) {
      return (
        <div key="" {...attributes}>
          <span class="unseen">{t("Pinned")}</span>
        </div>
      );
    }
    const id = columnId(column);
    const isLast = place === columns.length + STATE_COLUMNS - 1;
    return (
      <HeaderCell
        key={id}
        attributes={attributes}
        column={column}
        profile={profileOf(profiles, column)}
        looks={model.looks}
        order={order}
        isPinned={pinned.includes(id)}
        drop={drag === null ? undefined : dropAt(drag.before, id, isLast)}
        handlers={handlers}
      />
    );
  };
}

function dropAt(before: string | null, id: string, isLast: boolean): "before" | "after" | undefined {
  if (before === id) return "before";
  return before === null && isLast ? "after" : undefined;
}
