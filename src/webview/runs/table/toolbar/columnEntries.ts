import { byNature } from "../../../../core/model/naturalOrder.ts";
import { shortNumber } from "../../../../core/model/numberText.ts";
import { type Column, type ColumnProfile, columnId, type RunAttribute } from "../../../../core/model/runsTable.ts";
import { count } from "../../../ui/format/number.ts";
import { day, duration } from "../../../ui/format/time.ts";
import { counted, t } from "../../../ui/l10n.ts";
import type { ListEntry } from "../../../ui/options/listEntry.ts";
import type { Search } from "../../../ui/options/search.ts";
import { COLUMN_ICONS } from "../columns/columnIcons.ts";
import { columnTitle } from "../columns/columnTitle.ts";
import { type Profiles, profileOf, subjectOf } from "../columns/profiles.ts";
import { valueText } from "../header/profileWords.ts";

const ATTRIBUTES: readonly RunAttribute[] = [
  ...(["label", "id", "status", "start", "end", "duration", "user", "experiment", "parent", "problems"] as const),
];

/** Every column that there could be: those of runs, those chosen that no run has any more, by kind and natural order. */
export function allColumns(profiles: Profiles, chosen: readonly Column[]): readonly Column[] {
  const known = new Map<string, Column>(
    ATTRIBUTES.map((key): [string, Column] => [`attribute.${key}`, { kind: "attribute", key }]),
  );
  for (const profile of profiles.values()) known.set(subjectOf(profile.column), profile.column);
  // A metric's column is the one that is shown, whichever of its values.
  for (const column of chosen) known.set(subjectOf(column), column);
  const keyed = (kind: Column["kind"]) =>
    [...known.values()].filter((column) => column.kind === kind).sort((a, b) => byNature(a.key, b.key));
  const attributes = [...known.values()].filter(({ kind }) => kind === "attribute");
  return [...attributes, ...keyed("metric"), ...keyed("param"), ...keyed("tag")];
}

/** The columns that a search finds, by kind, with what is in them. */
export function columnEntries(
  columns: readonly Column[],
  profiles: Profiles,
  { search, isOn }: { readonly search: Search; isOn(column: Column): boolean },
): readonly ListEntry[] {
  const kinds: Column["kind"][] = ["attribute", "metric", "param", "tag"];
  return kinds.flatMap((kind) => {
    const own = columns.filter((column) => column.kind === kind && search.matches(columnTitle(column)));
    if (own.length === 0) return [];
    const icon = COLUMN_ICONS[kind];
    return [
      { kind: "heading" as const, label: kindsTitle(kind), fact: count(own.length) },
      ...own.map((column) => ({
        kind: "option" as const,
        id: columnId(column),
        label: columnTitle(column),
        ...(icon !== undefined && { icon }),
        fact: contents(profileOf(profiles, column)),
        isOn: isOn(column),
      })),
    ];
  });
}

/** What a kind of columns is called, all of it. */
export function kindsTitle(kind: Column["kind"]): string {
  const titles: Readonly<Record<Column["kind"], string>> = {
    attribute: t("Run"),
    metric: t("Metrics"),
    param: t("Params"),
    tag: t("Tags"),
  };
  return titles[kind];
}

/** A column's values in a few words. */
export function contents(profile: ColumnProfile | undefined): string {
  if (profile === undefined || profile.present === 0) return t("in no run");
  const { missing } = profile;
  const lacking = missing > 0 ? [counted(missing, "1 missing", "{0} missing")] : [];
  return [spread(profile), ...lacking].join(" · ");
}

function spread(profile: ColumnProfile): string {
  const { range, distinct, top, constant } = profile;
  if (constant) return t("always {0}", constantText(profile));
  if (range === null)
    return top.length === 1 ? valueText(top[0]?.value ?? "", profile) : counted(distinct, "1 value", "{0} values");
  const [least, greatest] = range.map((end) => rangeText(end, profile));
  return least === greatest ? (least ?? "") : `${least} – ${greatest}`;
}

/** The one value that all runs have. */
export function constantText(profile: ColumnProfile): string {
  const { range, top } = profile;
  if (range !== null) return rangeText(range[0], profile);
  return valueText(top[0]?.value ?? "", profile);
}

function rangeText(value: number, { type }: ColumnProfile): string {
  if (type === "time") return day(value);
  return type === "duration" ? duration(value) : shortNumber(value);
}
