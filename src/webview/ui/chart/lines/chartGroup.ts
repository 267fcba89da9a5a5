import { type Signal, signal } from "@preact/signals";
import type { Range } from "../scale/extent.ts";

/** What charts side by side share: where the cursor is, what part of x is seen, and which lines. */
export class ChartGroup {
  /** A place on the x axis; null for none. */
  readonly cursor: Signal<number | null> = signal(null);
  /** The chart that the cursor is in. */
  readonly active: Signal<string | null> = signal(null);
  /** Null for all of x. */
  readonly zoom: Signal<Range | null> = signal(null);
  /** Ids of lines that are not drawn. */
  readonly hidden: Signal<ReadonlySet<string>>;
  /** The line that stands out. */
  readonly highlighted: Signal<string | null>;

  constructor(lines?: Pick<ChartGroup, "hidden" | "highlighted">) {
    this.hidden = lines?.hidden ?? signal(new Set<string>());
    this.highlighted = lines?.highlighted ?? signal(null);
  }

  /** For a chart over another axis: the same lines, with a cursor and a zoom of its own. */
  apart(): ChartGroup {
    return new ChartGroup(this);
  }

  point(chart: string, at: number): void {
    this.active.value = chart;
    this.cursor.value = at;
  }

  /** The mouse or the keyboard has left a chart. */
  leave(chart: string): void {
    if (this.active.value !== chart) return;
    this.active.value = null;
    this.cursor.value = null;
    this.highlighted.value = null;
  }

  toggle(line: string): void {
    const hidden = new Set(this.hidden.value);
    if (!hidden.delete(line)) hidden.add(line);
    this.hidden.value = hidden;
  }

  /** Shows this one of all lines alone; where it is alone already, all of them. */
  solo(line: string, all: readonly string[]): void {
    const others = all.filter((id) => id !== line);
    const isAlone = !this.hidden.value.has(line) && others.every((id) => this.hidden.value.has(id));
    this.hidden.value = new Set(isAlone ? [] : others);
  }

  showAll(): void {
    this.hidden.value = new Set();
  }
}
