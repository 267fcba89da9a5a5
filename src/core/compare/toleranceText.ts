/** A tolerance as percent: `0.1` for 0.001. */
export function percentOf(share: number): string {
  return String(Number((share * 100).toPrecision(6)));
}

/** The share that a percentage means, from 0 to 1; a decimal comma will do. Null for anything else. */
export function toleranceOf(text: string): number | null {
  const trimmed = text.trim().replace(/\s*%$/, "").replace(",", ".");
  if (trimmed === "") return 0;
  if (!/^(\d+\.?\d*|\.\d+)$/.test(trimmed)) return null;
  const share = Number(trimmed) / 100;
  return share <= 1 ? Number(share.toPrecision(6)) : null;
}
