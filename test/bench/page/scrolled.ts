import type { Page } from "playwright-core";
import type { Finding } from "../measure.ts";
import { byTurns } from "../rounds.ts";

const FRAMES = 200;

export interface Scrolled {
  readonly name: string;
  /** The element that scrolls, on both pages, and by how many pixels a frame. */
  readonly scroller: string;
  readonly step: number;
  readonly page: Page;
  readonly bare: Page;
  readonly rounds: number;
}

/** How long frames take while something scrolls, beside the least that shows the same cells. */
export async function scrolled({ name, scroller, step, page, bare, rounds }: Scrolled): Promise<Finding> {
  const frames = (of: Page) => async () => {
    await of.bringToFront();
    await of.evaluate((selector) => document.querySelector(selector)?.scrollTo(0, 0), scroller);
    await of.waitForTimeout(300);
    const times = await of.evaluate(([selector, count, by]) => window.bare.scroll(selector, count, by), [
      scroller,
      FRAMES,
      step,
    ] as const);
    return percentile(times, 0.95);
  };
  const { ratio, contender, floor } = await byTurns(rounds, { contender: frames(page), floor: frames(bare) });
  return {
    name: `${name}: frame at the 95th percentile`,
    value: ratio,
    limit: 1.25,
    unit: "x",
    against: "a bare recycler of the same cells",
    detail: `${contender.toFixed(1)} ms over ${floor.toFixed(1)} ms`,
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
