/** The work's outcome, or a rejection as soon as it is aborted: whoever waits is answered while the work ends by itself. */
export async function untilAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const stop = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { signal: stop.signal });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    stop.abort();
    // Nobody waits for it any more.
    work.catch(() => {});
  }
}
