/** A round value on an axis, and how it is written there. */
export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** A quotient of decimals may miss a round step by its last digit. */
const SLACK = 1 + 1e-9;

/** 1, 2 or 5 times a power of ten: the least that makes no more steps than wanted. */
export function roundStep(from: number, to: number, wanted: number): number {
  const least = to / wanted - from / wanted;
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => step * SLACK >= least) ?? least;
}

/** More are never drawn, whatever the numbers are. */
const MOST = 100;

/** The multiples of a step in a range; fewer where numbers are too coarse to tell them apart. */
export function multiples(from: number, to: number, step: number): readonly number[] {
  if (!(step > 0) || !Number.isFinite(step)) return [];
  const first = Math.ceil(from / step);
  const found: number[] = [];
  for (let i = 0; i < MOST; i++) {
    const value = (first + i) * step;
    if (!(value <= to) || value === found.at(-1)) break;
    if (value >= from) found.push(Object.is(value, -0) ? 0 : value);
  }
  return found;
}
