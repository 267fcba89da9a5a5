import type { RunRow } from "../../core/model/views.ts";
import { t } from "../base/l10n.ts";
import { printable, shorten } from "../tree/markdown.ts";

const LONGEST = 24;

/** A comparison's title: both names of two runs, else the first and how many more. */
export function comparisonTitle({ runs }: { readonly runs: readonly Pick<RunRow, "label">[] }): string {
  const [first, second] = runs;
  if (first === undefined) return t("Compare");
  const name = (label: string) => shorten(label, LONGEST);
  if (second === undefined) return name(first.label);
  if (runs.length === 2) return t("{0} ↔ {1}", name(first.label), name(second.label));
  return t("{0} and {1} more", name(first.label), runs.length - 1);
}

/** A table's title: its experiment, the first and how many more, or the store. */
export function tableTitle(experiments: readonly { readonly name: string }[] | null, store: string): string {
  const [first] = experiments ?? [];
  if (experiments === null || first === undefined) return t("Runs in {0}", printable(store));
  const name = shorten(printable(first.name), LONGEST);
  return experiments.length === 1
    ? t("Runs of {0}", name)
    : t("Runs of {0} and {1} more", name, experiments.length - 1);
}
