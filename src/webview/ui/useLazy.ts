import { useEffect, useState } from "preact/hooks";

/** A part of a page that lies in a bundle of its own; null until it is there. `load` imports it. */
export function useLazy<T>(load: () => Promise<T>): T | null {
  const [part, setPart] = useState<{ readonly value: T } | null>(null);
  useEffect(() => {
    let gone = false;
    void load().then((value) => gone || setPart({ value }));
    return () => {
      gone = true;
    };
  }, []);
  return part?.value ?? null;
}
