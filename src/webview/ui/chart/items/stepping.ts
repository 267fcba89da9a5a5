/** Keys that go from item to item. */
export type StepKey = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" | "Home" | "End";

const KEYS: readonly string[] = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"] satisfies StepKey[];

export function isStepKey(key: string): key is StepKey {
  return KEYS.includes(key);
}

/** Items from left to right and from the bottom up. */
export interface ItemOrder {
  readonly across: readonly number[];
  readonly upwards: readonly number[];
}

/** Orders items by where they are drawn. */
export function orderOf(items: readonly number[], x: ArrayLike<number>, y: ArrayLike<number>): ItemOrder {
  const by = (place: ArrayLike<number>) => (a: number, b: number) => (place[a] ?? 0) - (place[b] ?? 0) || a - b;
  return { across: items.toSorted(by(x)), upwards: items.toSorted(by(y)) };
}

/** The item that a key leads to; the first one from nowhere, null where there is none. */
export function stepFrom({ across, upwards }: ItemOrder, from: number | null, key: StepKey): number | null {
  if (key === "Home" || (from === null && key !== "End")) return across[0] ?? null;
  if (key === "End") return across.at(-1) ?? null;
  const list = key === "ArrowLeft" || key === "ArrowRight" ? across : upwards;
  const by = key === "ArrowRight" || key === "ArrowUp" ? 1 : -1;
  const at = list.indexOf(from ?? -1) + by;
  return list[Math.min(Math.max(at, 0), list.length - 1)] ?? null;
}
