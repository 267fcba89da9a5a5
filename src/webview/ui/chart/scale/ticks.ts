import { elapsedTicks } from "./elapsedTicks.ts";
import type { Scale, ScaleKind } from "./scale.ts";
import { multiples, roundStep, type Tick } from "./steps.ts";
import { tickText } from "./tickText.ts";
import { timeTicks } from "./timeTicks.ts";

/** Round values along an axis, about `wanted` of them, ascending. */
export function ticks(scale: Scale, wanted: number): readonly Tick[] {
  // Sums of large and tiny numbers may be rounded over an end.
  return TICKS[scale.kind](scale, wanted).filter(({ value }) => value >= scale.from && value <= scale.to);
}

const TICKS: Readonly<Record<ScaleKind, (scale: Scale, wanted: number) => readonly Tick[]>> = {
  linear: linearTicks,
  whole: wholeTicks,
  log: logTicks,
  elapsed: elapsedTicks,
  time: timeTicks,
};

function linearTicks({ from, to }: Scale, wanted: number): readonly Tick[] {
  const step = roundStep(from, to, wanted);
  return multiples(from, to, step).map((value) => ({ value, label: tickText(value, step) }));
}

function wholeTicks({ from, to }: Scale, wanted: number): readonly Tick[] {
  const step = Math.max(1, roundStep(from, to, wanted));
  return multiples(from, to, step).map((value) => ({ value, label: tickText(value, step) }));
}

/** Powers of ten; where they are few also 2 and 5 times each; within one power as on a linear axis. */
function logTicks(scale: Scale, wanted: number): readonly Tick[] {
  const [low, high] = [Math.floor(Math.log10(scale.from)), Math.ceil(Math.log10(scale.to))];
  const every = Math.max(1, Math.ceil((high - low) / wanted));
  const factors = high - low <= wanted / 3 ? [1, 2, 5] : [1];
  const values: number[] = [];
  for (let power = Math.ceil(low / every) * every; power <= high; power += every) {
    for (const factor of factors) values.push(Number(`${factor}e${power}`));
  }
  const inside = values.filter((value) => value >= scale.from && value <= scale.to);
  if (inside.length < 2) return linearTicks(scale, wanted);
  return inside.map((value) => ({ value, label: tickText(value, value) }));
}
