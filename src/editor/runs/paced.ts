/** Calls at once, and then at most once in so many milliseconds; what was asked for meanwhile is not lost. */
export class Paced {
  private readonly call: () => void;
  private readonly pauseMs: number;
  private timer: NodeJS.Timeout | null = null;
  private isDue = false;

  constructor(call: () => void, pauseMs: number) {
    this.call = call;
    this.pauseMs = pauseMs;
  }

  ask(): void {
    this.isDue = true;
    if (this.timer === null) this.flush();
  }

  dispose(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.isDue = false;
  }

  private flush(): void {
    this.timer = null;
    if (!this.isDue) return;
    this.isDue = false;
    this.timer = setTimeout(() => this.flush(), this.pauseMs);
    this.call();
  }
}
