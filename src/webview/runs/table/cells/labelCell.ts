import { shortId } from "../../../../core/model/label.ts";
import type { RunRow } from "../../../../core/model/views.ts";
import { visibleText } from "../../../../core/model/visibleText.ts";
import { count } from "../../../ui/format/number.ts";
import { iconElement } from "../../../ui/iconElement.ts";
import { t } from "../../../ui/l10n.ts";
import type { LineHead } from "../lines/lineStore.ts";
import type { CellContext, CellSetting } from "./cellSetting.ts";
import { groupTitle } from "./groupTitle.ts";

const LONGEST = 300;

/** A run's label, which opens it, or what the runs of a group have in common. */
export function bindLabel(cell: HTMLElement, { context }: CellSetting): (row: number) => void {
  cell.setAttribute("role", "rowheader");
  const icon = iconElement();
  const name = document.createElement("span");
  const fact = document.createElement("span");
  fact.className = "label-fact";
  cell.append(icon.element, name, fact);
  return (row) => {
    const head = context.lines.head(row);
    const label = labelOf(head, context);
    icon.show(label.icon);
    if (name.textContent !== label.text) name.textContent = label.text;
    if (fact.textContent !== label.fact) fact.textContent = label.fact;
    name.className = label.look;
    cell.className = `grid-cell label ${head === undefined ? "pending" : head.kind}`;
  };
}

interface Label {
  readonly text: string;
  readonly fact: string;
  readonly look: string;
  readonly icon: "chevron" | "warning" | null;
}

function labelOf(head: LineHead | undefined, context: CellContext): Label {
  if (head === undefined) return { text: "", fact: "", look: "", icon: null };
  if (head.kind === "group") {
    const look = head.open ? "group-value open" : "group-value";
    return { text: groupTitle(head.value, context), fact: count(head.runs), look, icon: "chevron" };
  }
  const text = visibleText(head.row.label.slice(0, LONGEST)).trim() || shortId(head.row.id);
  const look = head.row.lifecycle === "deleted" ? "run-link deleted" : "run-link";
  return { text, fact: factOf(head.row), look, icon: head.row.problems > 0 ? "warning" : null };
}

function factOf({ lifecycle, children }: RunRow): string {
  if (lifecycle === "deleted") return t("deleted");
  return children > 0 ? t("{0} nested", count(children)) : "";
}
