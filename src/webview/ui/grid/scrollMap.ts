/**
 * Chromium lays nothing out beyond 33.5 million device pixels, Firefox beyond 17.8; at 200 % on a fine screen a CSS pixel is
 * four of them. Taller contents scroll at a scale.
 */
export const MAX_HEIGHT = 4_000_000;

/** Where a scroller of limited height stands within contents of any height, in CSS pixels. */
export class ScrollMap {
  #total = 0;
  #viewport = 0;
  #scrollTop = 0;
  #top = 0;

  /** Height to give to the scrolled element. */
  get height(): number {
    return Math.min(this.#total, MAX_HEIGHT);
  }

  /** Top of what is in sight, within the contents. */
  get top(): number {
    return this.#top;
  }

  /** What to add to a place in the contents for its place in the scrolled element. */
  get shift(): number {
    return this.#scrollTop - this.#top;
  }

  /** Keeps the top in sight as far as there is as much. */
  resize(total: number, viewport: number): void {
    this.#total = total;
    this.#viewport = viewport;
    this.#top = this.#bounded(this.#top);
  }

  /** Follows a scroll event. Within a scale, a wheel or a drag of a page's length moves pixel by pixel, a longer one in proportion. */
  scrolledTo(scrollTop: number): void {
    const moved = scrollTop - this.#scrollTop;
    this.#scrollTop = scrollTop;
    if (this.#scale === 1) this.#top = scrollTop;
    else if (scrollTop <= 0 || scrollTop >= this.height - this.#viewport || Math.abs(moved) > this.#viewport) {
      this.#top = this.#bounded(scrollTop * this.#scale);
    } else this.#top = this.#bounded(this.#top + moved);
  }

  /** Brings a place of the contents to the top; returns the `scrollTop` that belongs to it. */
  moveTo(top: number): number {
    this.#top = this.#bounded(top);
    this.#scrollTop = this.#top / this.#scale;
    return this.#scrollTop;
  }

  get #scale(): number {
    const travel = this.height - this.#viewport;
    return this.#total <= MAX_HEIGHT || travel <= 0 ? 1 : (this.#total - this.#viewport) / travel;
  }

  #bounded(top: number): number {
    return Math.max(0, Math.min(top, this.#total - this.#viewport));
  }
}
