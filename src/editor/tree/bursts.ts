const DELAY_MS = 100;

/** Merges a burst of events into one call, one call at a time; the last event is never dropped, whatever calls fail. */
export class Bursts<T> {
  private readonly handle: (events: readonly T[]) => Promise<void>;
  private readonly fail: (error: unknown) => void;
  private waiting: T[] = [];
  private timer: NodeJS.Timeout | null = null;
  private running = false;
  private disposed = false;

  constructor(handle: (events: readonly T[]) => Promise<void>, fail: (error: unknown) => void) {
    this.handle = handle;
    this.fail = fail;
  }

  add(event: T): void {
    this.waiting.push(event);
    this.schedule();
  }

  dispose(): void {
    this.disposed = true;
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private schedule(): void {
    if (this.disposed || this.running || this.timer !== null) return;
    this.timer = setTimeout(() => void this.run(), DELAY_MS);
  }

  private async run(): Promise<void> {
    this.timer = null;
    this.running = true;
    await this.handle(this.waiting.splice(0)).catch(this.fail);
    this.running = false;
    if (this.waiting.length > 0) this.schedule();
  }
}
