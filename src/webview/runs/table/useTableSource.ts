import { useMemo } from "preact/hooks";
import { refKey } from "../../../core/model/run.ts";
import { type Column, columnId } from "../../../core/model/runsTable.ts";
import { clock } from "../../ui/clock.ts";
import type { GridColumn, GridSource } from "../../ui/grid/gridSource.ts";
import type { PinnedRuns } from "../pins.ts";
import type { CellContext } from "./cells/cellSetting.ts";
import { naturalWidth } from "./columns/columnWidth.ts";
import { textMeasure } from "./columns/measureText.ts";
import { type Profiles, profileOf } from "./columns/profiles.ts";
import type { TableModel } from "./tableModel.ts";
import { gridColumns, tableSource } from "./tableSource.ts";

export interface ShownTable {
  readonly source: GridSource;
  readonly columns: readonly Column[];
  /** Of the runs that match the filter. */
  readonly profiles: Profiles;
}

const NO_PROFILES: Profiles = new Map();

/** The table as a grid draws it; another one whenever anything of it changed. */
export function useTableSource(model: TableModel, pinned: PinnedRuns): ShownTable {
  const { view, shown, profiles, selection, lines, linesVersion } = model;
  const { columns } = shown.value;
  const { widths, pinned: stuck } = view.value;
  const all = profiles.sets.value?.all ?? NO_PROFILES;
  const matching = profiles.sets.value?.matching ?? NO_PROFILES;
  const context = useMemo(() => cellContext(model, pinned), [model, pinned]);
  const measure = useMemo(textMeasure, []);
  const hasGroups = view.value.grouping !== null;
  const natural = useMemo(() => {
    const known = new Map<string, number>();
    return (column: Column): number => {
      const id = columnId(column);
      const width = known.get(id) ?? naturalWidth(column, profileOf(all, column), { measure, hasGroups });
      known.set(id, width);
      return width;
    };
  }, [all, measure, hasGroups]);
  const drawn: readonly GridColumn[] = useMemo(
    () =>
      gridColumns(columns, context, {
        profiles: matching,
        pinned: stuck,
        widthOf: (column) => widths[columnId(column)] ?? natural(column),
      }),
    [columns, context, matching, stuck, widths, natural],
  );
  const rows = lines.counts?.total ?? 0;
  const version = linesVersion.value;
  const pins = pinned.pins.value;
  const now = clock.value;
  const selected = selection.value;
  const look = useMemo(() => ({}), [drawn, matching, context, selected, pins, now]);
  const source = useMemo(
    () => tableSource({ rows, columns: drawn, shown: columns, profiles: matching, context, selection: selected, look }),
    [rows, columns, version, look],
  );
  return { source, columns, profiles: matching };
}

function cellContext(model: TableModel, pinned: PinnedRuns): CellContext {
  return {
    lines: model.lines,
    looks: model.looks,
    get grouping() {
      const by = model.lines.question?.grouping?.by;
      return by === undefined || by === "day" ? null : by;
    },
    pinLook: (ref) => (pinned.has(ref) ? pinned.look(ref) : null),
    isBaseline: (ref) => {
      const { baseline } = pinned.pins.peek();
      return baseline !== null && refKey(baseline) === refKey(ref);
    },
    now: () => clock.peek(),
  };
}
