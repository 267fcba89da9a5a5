import { shortId } from "../../model/label.ts";
import type { Comparison } from "../../model/views.ts";
import { visibleText } from "../../model/visibleText.ts";
import { cutMiddle } from "../cutText.ts";
import { grouped } from "../grouped.ts";

/** Characters of a run's label in a sentence; a longer one keeps both its ends. */
const LENGTH = 60;

type Named = Pick<Comparison, "runs" | "experiments" | "attributes">;

/**
 * What runs are called in a sentence: their labels; where several are called the same, as runs of different experiments
 * may be, with the first of experiment, store, short id and id that differs among them: `churn/train`, `train · 4f2a1b3c`.
 */
export function runNames({ runs, experiments, attributes }: Named): readonly string[] {
  const stores = attributes.find(({ key }) => key === "store")?.values ?? [];
  const further: readonly ((run: number, name: string) => string)[] = [
    (run, name) => `${shownRun(experiments[run] ?? "")}/${name}`,
    (run, name) => `${shownRun(stores[run] ?? "")}/${name}`,
    (run, name) => `${name} · ${shortId(runs[run]?.id ?? "")}`,
    (run, name) => `${name} · ${runs[run]?.id ?? ""}`,
  ];
  let names: readonly string[] = runs.map(({ label }) => shownRun(label));
  for (const more of further) names = toldApart(names, more);
  return names;
}

function toldApart(names: readonly string[], more: (run: number, name: string) => string): readonly string[] {
  const result = [...names];
  for (const group of grouped(names.keys(), (run) => names[run] ?? "").values()) {
    const longer = group.map((run) => more(run, names[run] ?? ""));
    if (new Set(longer).size < 2) continue;
    for (const [i, run] of group.entries()) result[run] = longer[i] ?? "";
  }
  return result;
}

/** A run's label as sentences have it. */
export function shownRun(text: string): string {
  return cutMiddle(visibleText(text), LENGTH);
}
