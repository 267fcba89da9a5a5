import type { FilterAdvice } from "../../core/model/filterAdvice.ts";
import type { SavedFilter } from "../../core/model/runsTable.ts";
import { counted, t } from "../base/l10n.ts";
import { printable, shorten } from "../tree/markdown.ts";

/** One row of the box: what choosing it does is in `act`. */
export interface FilterItem {
  readonly label: string;
  readonly description: string;
  readonly detail?: string;
  readonly act:
    | { readonly kind: "apply"; readonly filter: string; readonly onlyProblems: boolean }
    /** Writes into the box and leaves it open. */
    | { readonly kind: "write"; readonly text: string }
    | { readonly kind: "nothing" };
}

/** What is offered for a text: what it finds or what is wrong with it, how it may go on, and ready filters. */
export function filterItems(text: string, advice: FilterAdvice | null, saved: readonly SavedFilter[]): FilterItem[] {
  const steps = (advice?.steps ?? []).map((step): FilterItem => {
    const description = step.runs === null ? "" : counted(step.runs, t("1 run"), t("{0} runs"));
    return { label: printable(step.label), description, act: { kind: "write", text: step.text } };
  });
  if (text.trim() === "") return [...readyFilters(saved), ...steps];
  return [advice?.problem ? problemItem(text, advice.problem) : applyItem(text, advice), ...steps];
}

function applyItem(text: string, advice: FilterAdvice | null): FilterItem {
  const act = { kind: "apply", filter: text.trim(), onlyProblems: false } as const;
  if (advice === null || advice.found === null) return { label: `$(filter) ${t("Filter")}`, description: "", act };
  const all = counted(advice.all, t("1 run"), t("{0} runs"));
  const words = t("{0} of {1}", advice.found.toLocaleString("en-US"), all);
  return { label: `$(filter) ${words}`, description: printable(advice.unknown), act };
}

/** Characters shown before and behind a mistake. */
const AROUND = 60;

/** The mistake in one sentence, and the text with a mark at its place. */
function problemItem(text: string, { reason, from, to, meant }: NonNullable<FilterAdvice["problem"]>): FilterItem {
  const before = printable(text.slice(Math.max(0, from - AROUND), from));
  const detail = `${before}▸${printable(text.slice(from, to))}◂${printable(text.slice(to, to + AROUND))}`;
  const label = `$(error) ${printable(reason)}`;
  if (meant === null) return { label, description: "", detail, act: { kind: "nothing" } };
  return { label, description: t("Did you mean {0}?", printable(meant)), detail, act: { kind: "write", text: meant } };
}

function readyFilters(saved: readonly SavedFilter[]): FilterItem[] {
  const apply = (label: string, filter: string, onlyProblems = false): FilterItem => ({
    label,
    description: shorten(filter, 80),
    act: { kind: "apply", filter, onlyProblems },
  });
  return [
    apply(`$(history) ${t("Last 24 hours")}`, "start_time > -24h"),
    apply(`$(history) ${t("Last 7 days")}`, "start_time > -7d"),
    apply(`$(error) ${t("Failed")}`, "status = 'FAILED'"),
    apply(`$(warning) ${t("Has problems")}`, "", true),
    ...saved.map(({ name, filter }) => apply(`$(bookmark) ${printable(name)}`, filter)),
  ];
}
