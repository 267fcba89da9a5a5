import type { RunRow, RunView } from "../../core/model/views.ts";
import { visibleText } from "../../core/model/visibleText.ts";
import { perform } from "../ui/announce.tsx";
import { count } from "../ui/format/number.ts";
import { Icon } from "../ui/Icon.tsx";
import { t } from "../ui/l10n.ts";
import { Num } from "../ui/Num.tsx";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import { Section } from "../ui/Section.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import type { Column } from "../ui/table/column.ts";
import { DataTable } from "../ui/table/DataTable.tsx";
import { useHost } from "./context.ts";
import { RunLink } from "./RunLink.tsx";
import "./Children.css";

/** The runs nested below this one. */
export function Children({ view: { children, childCount, primary } }: { readonly view: RunView }) {
  const host = useHost();
  if (children.length === 0) return null;
  const compare = children.length > 1 && (
    <button
      type="button"
      class="text-button"
      onClick={() =>
        perform(
          host.ask(
            "compareWith",
            children.slice(0, COMPARED).map(({ ref }) => ref),
          ),
        )
      }
    >
      <Icon name="compare" />
      {t("Compare")}
    </button>
  );
  return (
    <Section title={t("Nested runs")} count={childCount} tools={compare}>
      <DataTable
        label={t("Nested runs")}
        columns={columns(children, primary?.key ?? null)}
        rows={children}
        rowKey={({ ref }) => `${ref.experiment}/${ref.run}`}
        minWidth="42em"
      />
      {children.length < childCount && (
        <p class="dim nothing">
          {t("{0} of {1} are shown; all of them are in the Runs view.", count(children.length), count(childCount))}
        </p>
      )}
    </Section>
  );
}

/** With the page's own run, what a comparison holds at most. */
const COMPARED = 49;

/** Left out where the labels say it already. */
function tellingColumn(): Column<RunRow> {
  return {
    id: "telling",
    title: t("Params that differ"),
    render: ({ telling }) => (
      <span class="dim">{telling.map(({ key, value }) => visibleText(`${key} ${value}`)).join(" · ")}</span>
    ),
  };
}

function columns(rows: readonly RunRow[], primary: string | null): readonly Column<RunRow>[] {
  const metric: Column<RunRow> = {
    id: "primary",
    title: visibleText(primary ?? ""),
    width: "9em",
    end: true,
    sortBy: (row) => row.primary?.value ?? null,
    render: (row) => row.primary !== null && <Num value={row.primary.value} strong={row.primary.best} tab={false} />,
  };
  return [
    {
      id: "run",
      title: t("Run"),
      render: (row) => (
        <span class="child-name">
          <StatusBadge status={row.status} iconOnly />
          <RunLink row={row} tab={false} />
        </span>
      ),
    },
    ...(rows.some(({ telling }) => telling.length > 0) ? [tellingColumn()] : []),
    ...(primary === null ? [] : [metric]),
    {
      id: "start",
      title: t("Started"),
      width: "8em",
      sortBy: ({ start }) => start,
      render: ({ start }) => start !== null && <RelativeTime time={start} />,
    },
  ];
}
