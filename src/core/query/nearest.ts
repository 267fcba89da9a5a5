/** Texts longer than this are compared by their beginning. */
const COMPARED = 64;

/** The candidate most like a text; null where none is near: a third of it may differ. Case counts little. */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  const wanted = text.slice(0, COMPARED);
  let best: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const other = candidate.slice(0, COMPARED);
    if (Math.abs(other.length - wanted.length) >= least) continue;
    const cost = distance(wanted.toLowerCase(), other.toLowerCase()) + (wanted === other ? 0 : 0.5);
    if (cost >= least) continue;
    least = cost;
    best = candidate;
  }
  return best;
}

/** Letters to insert, drop, replace or swap with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (older[j - 2] ?? 0) + 1);
      row.push(least);
    }
    older = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}
