/**
 * Arrow keys within a grid. The grid itself is one tab stop; its cells (`[role=gridcell]`, `th`, `td`) are reached
 * from it. Enter or the copy shortcut presses a cell's first button, which copies or opens.
 */
export function onGridKeys(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const grid = event.currentTarget;
  const target = event.target instanceof HTMLElement ? event.target : grid;
  const cell = target.closest<HTMLElement>("th, td");
  if (cell === null || !grid.contains(cell)) {
    if (event.key === "ArrowDown" || event.key === "Enter") take(event, grid.querySelector<HTMLElement>("th, td"));
    return;
  }
  // Within a cell its own controls have the keys, but for the arrows.
  if (target !== cell && !event.key.startsWith("Arrow") && event.key !== "Escape") return;
  if (event.key === "Enter" || event.key === " " || isCopy(event)) {
    press(event, cell);
    return;
  }
  const next = neighbour(cell, event.key);
  if (next !== undefined) take(event, next);
}

/** Undefined for keys that move nowhere; null at an edge. */
function neighbour(cell: HTMLElement, key: string): HTMLElement | null | undefined {
  const row = cell.parentElement;
  const index = row === null ? 0 : [...row.children].indexOf(cell);
  switch (key) {
    case "Escape":
      return cell.closest<HTMLElement>("[role=grid]");
    case "ArrowRight":
      return cell.nextElementSibling as HTMLElement | null;
    case "ArrowLeft":
      return cell.previousElementSibling as HTMLElement | null;
    case "Home":
      return row?.firstElementChild as HTMLElement | null;
    case "End":
      return row?.lastElementChild as HTMLElement | null;
    case "ArrowDown":
      return cellBeside(row, index, 1);
    case "ArrowUp":
      return cellBeside(row, index, -1);
    default:
      return undefined;
  }
}

/** The cell of that column in the next or previous row, over the borders of head and body. */
function cellBeside(row: Element | null, index: number, by: 1 | -1): HTMLElement | null {
  const rows = [...(row?.closest("table")?.querySelectorAll("tr:not(.spacer)") ?? [])];
  const next = row === null ? undefined : rows[rows.indexOf(row) + by];
  return (next?.children[Math.min(index, next.children.length - 1)] ?? null) as HTMLElement | null;
}

function take(event: KeyboardEvent, cell: HTMLElement | null): void {
  event.preventDefault();
  cell?.focus();
}

function press(event: KeyboardEvent, cell: HTMLElement): void {
  const button = cell.querySelector("button");
  if (button === null) return;
  event.preventDefault();
  button.click();
}

function isCopy(event: KeyboardEvent): boolean {
  return event.key === "c" && (event.ctrlKey || event.metaKey) && (getSelection()?.isCollapsed ?? true);
}
