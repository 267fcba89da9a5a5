/** `1 run`, `2 runs`, `12,104 runs`. */
export function counts(count: number, one: string): string {
  return `${count.toLocaleString("en-US")} ${one}${count === 1 ? "" : "s"}`;
}
