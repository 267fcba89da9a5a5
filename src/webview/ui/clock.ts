import { signal } from "@preact/signals";

const TICK_MS = 30_000;

/** The clock that all of a page's relative times follow; milliseconds since 1970. */
export const clock = signal(Date.now());
setInterval(() => {
  clock.value = Date.now();
}, TICK_MS);
