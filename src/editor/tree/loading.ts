/** A list that VS Code was expected to ask for within this time is no longer waited for: its view may be hidden. */
const PATIENCE_MS = 5000;
const LOOK_MS = 50;

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/**
 * Which lists VS Code is loading, or is about to load because the row above them was drawn open. It loses children for
 * good where two rows are redrawn while what is below them is still on its way (its data source hands the second row the
 * answer to another question), so redrawing waits for quiet.
 */
export class Loading {
  private readonly expected = new Map<string, number>();
  private readonly asked = new Set<Promise<unknown>>();
  private readonly patienceMs: number;

  constructor(patienceMs = PATIENCE_MS) {
    this.patienceMs = patienceMs;
  }

  /** A row was drawn open: what is below it is asked for next. */
  expect(id: string): void {
    this.expected.set(id, Date.now() + this.patienceMs);
  }

  /** The list below a row is asked for. */
  begin<T>(id: string, list: Promise<T>): Promise<T> {
    this.expected.delete(id);
    this.asked.add(list);
    return list.finally(() => this.asked.delete(list));
  }

  async quiet(): Promise<void> {
    while (this.asked.size > 0 || this.isExpecting()) {
      await Promise.allSettled(this.asked);
      // By then the rows of the lists just given are drawn.
      await pause(LOOK_MS);
    }
  }

  private isExpecting(): boolean {
    const now = Date.now();
    for (const [id, until] of this.expected) if (until < now) this.expected.delete(id);
    return this.expected.size > 0;
  }
}
