import { FIRST_MANY, type ManyState, type ManyView } from "../../../../protocol/chartState.ts";

export const VIEWS: readonly ManyView[] = ["parallel", "scatter", "box", "correlation"];

/** What was kept of the charts of many runs; what is missing or makes no sense is as at first. */
export function restoreMany(kept: unknown): ManyState {
  const given = (typeof kept === "object" && kept !== null ? kept : {}) as Readonly<Record<keyof ManyState, unknown>>;
  const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
  const texts = (value: unknown): readonly string[] | null =>
    Array.isArray(value) && value.every((item) => typeof item === "string") ? value : null;
  return {
    view: VIEWS.find((view) => view === given.view) ?? FIRST_MANY.view,
    x: text(given.x),
    y: text(given.y),
    color: text(given.color),
    size: text(given.size),
    group: text(given.group),
    axes: texts(given.axes),
    logs: texts(given.logs),
  };
}
