import { type Column, type ColumnOrder, type ColumnProfile, columnId } from "../../../../core/model/runsTable.ts";
import type { HeadCellAttributes } from "../../../ui/grid/Grid.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { counted, t } from "../../../ui/l10n.ts";
import type { CategoryLooks } from "../cells/categoryLooks.ts";
import { COLUMN_ICONS } from "../columns/columnIcons.ts";
import { columnTitle, valueWord } from "../columns/columnTitle.ts";
import { ProfileStrip } from "./ProfileStrip.tsx";
import { profileLines } from "./profileWords.ts";
import "./HeaderCell.css";

interface Props {
  readonly attributes: HeadCellAttributes;
  readonly column: Column;
  readonly profile: ColumnProfile | undefined;
  readonly looks: CategoryLooks;
  readonly order: readonly ColumnOrder[];
  readonly isPinned: boolean;
  /** Where a column that is dragged would go. */
  readonly drop: "before" | "after" | undefined;
  readonly handlers: HeaderHandlers;
}

export interface HeaderHandlers {
  onSort(column: Column, adds: boolean): void;
  onMenu(column: Column, opener: Element, event: MouseEvent): void;
  onFit(column: Column): void;
  /** The pointer went down on a title, which may become a drag. */
  onGrab(column: Column, event: PointerEvent): void;
  onResizeStart(column: Column, event: PointerEvent): void;
}

/** A column's title and profile; a click sorts, a drag moves, its right edge resizes. */
export function HeaderCell({ attributes, column, profile, looks, order, isPinned, drop, handlers }: Props) {
  const own = order.find((one) => columnId(one.column) === columnId(column));
  const words = profileLines(column, profile).join("\n");
  const icon = COLUMN_ICONS[column.kind];
  const isNumber = profile?.type === "number" || profile?.type === "duration";
  return (
    <div
      {...attributes}
      class={`${attributes.class} column-head${isNumber ? " end" : ""}`}
      {...sorting(own)}
      aria-description={words}
      title={words}
      data-drop={drop}
      {...titlePointer(column, handlers)}
    >
      <div class="column-title">
        {icon !== undefined && <Icon name={icon} />}
        <span class="column-name">{columnTitle(column)}</span>
        {valueWord(column) !== "" && <span class="column-value">{valueWord(column)}</span>}
        {isPinned && <span class="unseen">{t("pinned")}</span>}
        {own !== undefined && <SortMark order={order} own={own} />}
      </div>
      <div class="column-profile">
        {profile !== undefined && <ProfileStrip profile={profile} looks={looks} />}
        {profile !== undefined && profile.missing > 0 && (
          <span class="column-missing">{counted(profile.missing, "1 missing", "{0} missing")}</span>
        )}
      </div>
      <button
        type="button"
        class="icon-button column-menu"
        tabIndex={-1}
        aria-label={t("Menu of {0}", columnTitle(column))}
        title={t("Menu")}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={(event) => {
          event.stopPropagation();
          handlers.onMenu(column, event.currentTarget, event);
        }}
      >
        <Icon name="more" />
      </button>
      <div class="column-edge" title={t("Drag to resize, double-click to fit")} {...edgePointer(column, handlers)} />
    </div>
  );
}

function sorting(own: ColumnOrder | undefined): { readonly "aria-sort"?: "ascending" | "descending" } {
  return own === undefined ? {} : { "aria-sort": own.descending ? "descending" : "ascending" };
}

/** Keys do the same through the grid, which has the focus. */
function titlePointer(column: Column, handlers: HeaderHandlers) {
  return {
    onPointerDown: (event: PointerEvent) => event.button === 0 && handlers.onGrab(column, event),
    onClick: (event: MouseEvent) => handlers.onSort(column, event.shiftKey),
    onContextMenu: (event: MouseEvent & { readonly currentTarget: Element }) =>
      handlers.onMenu(column, event.currentTarget, event),
  };
}

function edgePointer(column: Column, handlers: HeaderHandlers) {
  return {
    onPointerDown: (event: PointerEvent) => {
      event.stopPropagation();
      handlers.onResizeStart(column, event);
    },
    onClick: (event: MouseEvent) => event.stopPropagation(),
    onDblClick: (event: MouseEvent) => {
      event.stopPropagation();
      handlers.onFit(column);
    },
  };
}

function SortMark({ order, own }: { readonly order: readonly ColumnOrder[]; readonly own: ColumnOrder }) {
  return (
    <span class="sort-mark">
      <Icon name={own.descending ? "down" : "up"} />
      {order.length > 1 && <span>{order.indexOf(own) + 1}</span>}
    </span>
  );
}
