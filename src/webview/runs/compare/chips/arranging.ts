/** A list with one of its items at another place. */
export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from];
  if (item === undefined) return items;
  const others = items.toSpliced(from, 1);
  return others.toSpliced(to, 0, item);
}

/** Where an item ends up that is dropped before another, or after it. */
export function placeAfter(from: number, onto: number, after: boolean): number {
  const gap = after ? onto + 1 : onto;
  return from < gap ? gap - 1 : gap;
}
