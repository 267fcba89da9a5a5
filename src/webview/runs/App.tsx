import { useMemo } from "preact/hooks";
import { EmptyState } from "../ui/EmptyState.tsx";
import { t } from "../ui/l10n.ts";
import { lazily } from "../ui/lazily.tsx";
import { openedMenu } from "../ui/menu/openMenu.ts";
import { type Tab, Tabs } from "../ui/Tabs.tsx";
import type { Choices } from "./choices.ts";
import { IsFile, Pinned, useHost } from "./context.ts";
import type { RunsModel } from "./model.ts";
import type { Page } from "./page.ts";
import { TableTab } from "./table/TableTab.tsx";

interface Props {
  readonly page: Page;
  readonly model: RunsModel;
  readonly choices: Choices;
}

const MenuLayer = lazily(() => import("../ui/menu/MenuLayer.tsx").then((module) => module.MenuLayer));
const ComparePage = lazily(() => import("./compare/ComparePage.tsx").then((module) => module.ComparePage));
const TrendTab = lazily(() => import("./trend/TrendTab.tsx").then((module) => module.TrendTab));

/** The page with its tabs, or why there is none. */
export function App({ page, model, choices }: Props) {
  const chosen = page.tab.value;
  const onCompare = useMemo(() => () => page.show("compare"), [page]);
  const host = useHost();
  if (chosen === null) return null;
  const table: Tab = {
    id: "table",
    title: t("Table"),
    render: () => <TableTab host={host} model={page.table} pinned={page.pinned} onCompare={onCompare} />,
  };
  const pinned = page.pinned.pins.value.refs.length;
  const compare: Tab = {
    id: "compare",
    title: t("Compare"),
    ...(pinned > 0 && { fact: String(pinned) }),
    render: () => <Compare page={page} model={model} choices={choices} />,
  };
  const trend: Tab = { id: "trend", title: t("Trend"), render: () => <TrendOf page={page} choices={choices} /> };
  const tabs = page.hasTable.value ? [table, compare, trend] : [compare];
  return (
    <IsFile.Provider value={page.isFile}>
      <Pinned.Provider value={page.pinned}>
        <div class={tabs.length > 1 ? "with-tabs" : undefined}>
          <Tabs
            label={t("Views")}
            tabs={tabs}
            chosen={chosen}
            onChoose={(id) => page.show(id === "compare" || id === "trend" ? id : "table")}
          />
          {openedMenu.value !== null && <MenuLayer />}
        </div>
      </Pinned.Provider>
    </IsFile.Provider>
  );
}

function TrendOf({ page, choices }: Pick<Props, "page" | "choices">) {
  const query = page.table.query.value;
  if (query === null) return null;
  const primary = page.table.scope.value?.primary ?? null;
  return (
    <TrendTab
      query={query}
      primary={primary}
      version={page.changes.value}
      choices={choices.trend}
      charts={choices.charts}
    />
  );
}

function Compare({ page, model, choices }: Props) {
  const state = model.state.value;
  if (state.kind === "loading") return null;
  if (state.kind === "failed") return <EmptyState title={t("The runs cannot be shown")}>{state.reason}</EmptyState>;
  return <ComparePage comparison={state.comparison} choices={choices} look={(ref) => page.pinned.look(ref)} />;
}
