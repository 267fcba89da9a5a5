/** The pieces `[from, to)` of a line that are drawn without lifting the pen. */
export function* piecesOf(x: ArrayLike<number>, y: ArrayLike<number>): Generator<readonly [from: number, to: number]> {
  let from = 0;
  for (let i = 0; i <= x.length; i++) {
    if (i < x.length && isPoint(x[i], y[i])) continue;
    if (i > from) yield [from, i];
    from = i + 1;
  }
}

export function isPoint(x: number | undefined, y: number | undefined): boolean {
  return x !== undefined && y !== undefined && Number.isFinite(x) && Number.isFinite(y);
}
