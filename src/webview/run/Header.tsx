import type { RunRow, RunView } from "../../core/model/views.ts";
import { visibleText } from "../../core/model/visibleText.ts";
import { t } from "../ui/l10n.ts";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { Facts } from "./Facts.tsx";
import { RunLink } from "./RunLink.tsx";
import { Siblings } from "./Siblings.tsx";
import "./Header.css";

/** Which run this is, where it belongs, and the facts asked for first. */
export function Header({ view }: { readonly view: RunView }) {
  const { row, parent, experimentName } = view;
  return (
    <header class="run-header">
      <div class="run-crumbs">
        <Crumbs experiment={experimentName} parent={parent} />
        <Siblings view={view} />
      </div>
      <div class="run-title">
        <h1>{visibleText(row.label)}</h1>
        <StatusBadge status={row.status} />
        {row.lifecycle === "deleted" && <span class="badge">{t("Deleted")}</span>}
      </div>
      <Facts view={view} />
    </header>
  );
}

function Crumbs({ experiment, parent }: { readonly experiment: string; readonly parent: RunRow | null }) {
  return (
    <nav aria-label={t("Where this run belongs")}>
      <ol class="crumbs">
        <li title={t("Experiment")}>{visibleText(experiment)}</li>
        {parent !== null && (
          <li>
            <RunLink row={parent} />
          </li>
        )}
      </ol>
    </nav>
  );
}
