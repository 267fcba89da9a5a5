import type { ColumnProfile, ColumnType } from "../../../../core/model/runsTable.ts";
import type { LineCell } from "../lines/lineStore.ts";
import { statsBar, valueBar } from "./bar.ts";
import type { CategoryLooks } from "./categoryLooks.ts";
import type { CellSetting } from "./cellSetting.ts";
import { cellText } from "./cellText.ts";
import { type Painted, PENDING, painter } from "./paint.ts";

/** The cells of a column of values: numbers at the end of their cell, texts at the start. */
export function bindValue(cell: HTMLElement, { context, column, id, profile }: CellSetting): (row: number) => void {
  const type = typeOf(profile);
  const isMetric = column.kind === "metric";
  const paint = painter(cell, type === "number" || type === "duration" ? "end" : "");
  // Other values than the last have another range.
  const scale = isMetric && column.value === "last" ? profile : undefined;
  return (row) => {
    const value = context.lines.cell(row, id);
    if (value === undefined) paint(PENDING);
    else {
      const text = cellText(value, type, context.now());
      paint({ text, ...decoration(value, scale, profile, context.looks) });
    }
  };
}

export function typeOf(profile: ColumnProfile | undefined): ColumnType {
  return profile?.type ?? "text";
}

function decoration(
  value: LineCell,
  scale: ColumnProfile | undefined,
  profile: ColumnProfile | undefined,
  looks: CategoryLooks,
): Omit<Painted, "text"> {
  if (value === null) return MISSING_LOOK;
  if (typeof value === "string") return { look: textLook(value, profile, looks), bar: null };
  if (typeof value === "number") {
    const bar = scale === undefined ? null : valueBar(value, scale);
    return { look: numberLook(value, scale), bar };
  }
  return { look: "stats", bar: scale === undefined ? null : statsBar(value, scale) };
}

const MISSING_LOOK = { look: "missing", bar: null } as const;

function numberLook(value: number, scale: ColumnProfile | undefined): string {
  if (!Number.isFinite(value)) return "not-finite";
  const goal = scale === undefined || scale.goal === "unknown" ? "" : "judged";
  return isBest(value, scale) ? "judged best" : goal;
}

/** Whether a value is the best of its column; nothing is where nobody knows what is better, or where all are equal. */
export function isBest(value: LineCell, profile: ColumnProfile | undefined): boolean {
  if (profile === undefined || profile.goal === "unknown" || profile.range === null) return false;
  const [min, max] = profile.range;
  return min !== max && value === (profile.goal === "min" ? min : max);
}

function textLook(value: string, profile: ColumnProfile | undefined, looks: CategoryLooks): string {
  if (value === "") return "missing";
  const look = looks.look(profile, value);
  return look === null ? "" : `category category-${look}`;
}
