import { useMemo, useRef } from "preact/hooks";
import type { Asking } from "../context.ts";
import type { PinnedRuns } from "../pins.ts";
import { ColumnActions } from "./columns/columnActions.ts";
import { NoRuns } from "./NoRuns.tsx";
import { SelectionBar } from "./SelectionBar.tsx";
import { TableContext, type TableParts } from "./surface.ts";
import { TableGrid } from "./TableGrid.tsx";
import { TableActions } from "./tableActions.ts";
import type { TableModel } from "./tableModel.ts";
import { TableToolbar } from "./toolbar/TableToolbar.tsx";
import "./TableTab.css";

interface Props {
  readonly host: Asking;
  readonly model: TableModel;
  readonly pinned: PinnedRuns;
  onCompare(): void;
}

/** The tab Table: what narrows and groups the runs, the runs, and what is done with those selected or pinned. */
export function TableTab({ host, model, pinned, onCompare }: Props) {
  const filter = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const parts = useMemo<TableParts>(
    () => ({
      host,
      model,
      pinned,
      actions: new TableActions(host, model, pinned),
      columnActions: new ColumnActions(model),
      onCompare,
    }),
    [host, model, pinned, onCompare],
  );
  model.linesVersion.value;
  const isReady = model.isReady.value;
  const isEmpty = isReady && model.lines.counts?.total === 0;
  return (
    <TableContext.Provider value={parts}>
      <main class="table-page">
        <TableToolbar
          filter={filter}
          onLeaveFilter={() => area.current?.querySelector<HTMLElement>(".grid")?.focus()}
        />
        <div ref={area} class={model.lines.isLate ? "table-area late" : "table-area"}>
          {isReady && !isEmpty && model.lines.failure === null && (
            <TableGrid onFilter={() => filter.current?.select()} />
          )}
          <NoRuns />
        </div>
        <SelectionBar />
      </main>
    </TableContext.Provider>
  );
}
