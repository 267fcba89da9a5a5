/**
 * Runs in the page of a table, in the place of its grid: the least that recycles the same cells. Rows have the elements,
 * styles and texts that the grid had; each row that leaves at one end is placed at the other and filled again. It knows no
 * columns but those in sight, no cursor, no roles, asks nobody and looks nothing up.
 */
export interface Bare {
  /** Takes the place of the grid on the page. */
  replaceGrid(rows: number): void;
  /** The same for the grid of a comparison, whose rows lie below one another as they are high. */
  replaceComparison(rows: number): void;
  /** Durations of frames in milliseconds while a scroller moves by so many pixels in each. */
  scroll(selector: string, frames: number, step: number): Promise<number[]>;
}

const ROW = 28;
const MORE = 6;

/** What one cell shows, taken from the grid. */
interface Filling {
  readonly text: string;
  readonly size: string;
}

window.bare = { replaceGrid, replaceComparison, scroll };

function replaceGrid(count: number): void {
  const grid = document.querySelector<HTMLElement>(".grid");
  const rows = [...document.querySelectorAll<HTMLElement>(".grid-row")];
  if (grid === null || rows.length === 0) throw new Error("There is no grid to be replaced.");
  const fillings = rows.map((row) => [...row.querySelectorAll<HTMLElement>(".grid-cell")].map(fillingOf));
  const head = grid.querySelector(".grid-head")?.cloneNode(true);
  const model = rows[0]?.cloneNode(true) as HTMLElement;
  model.querySelectorAll("[role], [aria-colindex]").forEach((element) => {
    for (const name of ["role", "aria-colindex"]) element.removeAttribute(name);
  });

  const scroller = document.createElement("div");
  scroller.className = "grid bare";
  const body = document.createElement("div");
  body.className = "grid-body";
  body.style.cssText = `height: ${count * ROW}px; width: ${grid.querySelector<HTMLElement>(".grid-body")?.style.width}`;
  if (head !== undefined) scroller.append(head);
  scroller.append(body);
  grid.replaceWith(scroller);

  const shown = Math.ceil(scroller.clientHeight / ROW) + 2 * MORE;
  const pool = Array.from({ length: shown }, () => {
    const element = model.cloneNode(true) as HTMLElement;
    body.append(element);
    return { element, cells: [...element.querySelectorAll<HTMLElement>(".grid-cell")] };
  });
  const places = new Array<number>(shown).fill(-1);
  const draw = () => {
    const first = Math.max(0, Math.floor(scroller.scrollTop / ROW) - MORE);
    for (let row = first; row < first + shown; row++) {
      const slot = row % shown;
      if (places[slot] === row) continue;
      places[slot] = row;
      const { element, cells } = pool[slot] ?? { element: model, cells: [] };
      element.style.transform = `translateY(${row * ROW}px)`;
      fill(cells, fillings[row % fillings.length] ?? []);
    }
  };
  scroller.addEventListener("scroll", draw, { passive: true });
  draw();
}

function replaceComparison(count: number): void {
  const box = document.querySelector<HTMLElement>(".grid-box");
  const table = box?.querySelector<HTMLElement>(".virtual-grid");
  // The first row is the baseline's, which has less in its cells.
  const rows = [...(table?.querySelectorAll<HTMLElement>("tbody tr[data-row]") ?? [])].slice(1);
  const model = rows[0];
  if (!box || !table || !model) throw new Error("There is no comparison to be replaced.");
  const height = model.offsetHeight;
  const fillings = rows.map((row) => textsIn(row).map(({ data }) => data));
  // A box of its own: the page still listens to the old one, and would measure these rows.
  const scroller = box.cloneNode() as HTMLElement;
  const bare = table.cloneNode() as HTMLElement;
  const body = document.createElement("tbody");
  body.style.cssText = `position: relative; height: ${count * height}px`;
  bare.append(table.querySelector("thead")?.cloneNode(true) ?? "", body);
  scroller.style.height = `${box.clientHeight}px`;
  scroller.append(bare);
  box.replaceWith(scroller);
  const shown = rows.length;
  const pool = Array.from({ length: shown }, () => {
    const element = model.cloneNode(true) as HTMLElement;
    element.style.cssText = "position: absolute; top: 0; left: 0; width: 100%";
    body.append(element);
    return { element, texts: textsIn(element) };
  });
  const places = new Array<number>(shown).fill(-1);
  const draw = () => {
    const first = Math.max(0, Math.floor((scroller.scrollTop - 400) / height));
    for (let row = first; row < first + shown; row++) {
      const slot = row % shown;
      const { element, texts } = pool[slot] ?? {};
      if (places[slot] === row || element === undefined) continue;
      places[slot] = row;
      element.style.transform = `translateY(${row * height}px)`;
      const filling = fillings[row % fillings.length] ?? [];
      for (const [at, text] of texts?.entries() ?? []) text.data = filling[at] ?? "";
    }
  };
  scroller.addEventListener("scroll", draw, { passive: true });
  draw();
}

function textsIn(element: HTMLElement): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}

function fillingOf(cell: HTMLElement): Filling {
  return { text: cell.textContent ?? "", size: cell.style.backgroundSize };
}

function fill(cells: readonly HTMLElement[], fillings: readonly Filling[]): void {
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at];
    const filling = fillings[at];
    if (cell === undefined || filling === undefined) continue;
    const text = cell.lastChild;
    if (text !== null) text.textContent = filling.text;
    cell.style.backgroundSize = filling.size;
  }
}

async function scroll(selector: string, frames: number, step: number): Promise<number[]> {
  const scroller = document.querySelector<HTMLElement>(selector);
  if (scroller === null) throw new Error(`There is no ${selector}.`);
  const frame = () => new Promise<number>((drawn) => requestAnimationFrame(drawn));
  const times: number[] = [];
  let last = await frame();
  for (let at = 0; at < frames; at++) {
    scroller.scrollTop += step;
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  return times;
}
