import type { Comparison } from "../../core/model/views.ts";
import { Newest } from "./newest.ts";

export interface ReaderEvents {
  /** A comparison was read, whoever asked for it. */
  read(comparison: Comparison): void;
  /** A page that has a comparison is to have this one. */
  changed(comparison: Comparison): void;
}

/** Reads comparisons one at a time, so that no older one comes after a newer. */
export class ComparisonReader {
  private readonly compare: () => Promise<Comparison>;
  private readonly events: ReaderEvents;
  private readonly reading = new Newest(() => this.read());
  private newest: Comparison | null = null;
  /** Whether a page has one, and so is told of changes. */
  private isShown = false;
  private isDue = false;

  constructor(compare: () => Promise<Comparison>, events: ReaderEvents) {
    this.compare = compare;
    this.events = events;
  }

  /** The one read last; null before the first. */
  get latest(): Comparison | null {
    return this.newest;
  }

  /** For a page that comes into sight. */
  async load(): Promise<Comparison> {
    this.isShown = true;
    await this.reading.run();
    if (this.newest === null) throw new Error("no comparison was read");
    return this.newest;
  }

  /** Reads again and tells the page, where it has a comparison at all; where that fails it keeps what it has. */
  async update(): Promise<void> {
    if (!this.isShown) return;
    this.isDue = true;
    await this.reading.run().catch(() => undefined);
  }

  /** The page is gone, or shows something else; it asks anew when it comes back. */
  forget(): void {
    this.isShown = false;
  }

  private async read(): Promise<void> {
    this.newest = await this.compare();
    if (this.reading.isStale) return;
    this.events.read(this.newest);
    if (this.isDue && this.isShown) this.events.changed(this.newest);
    this.isDue = false;
  }
}
