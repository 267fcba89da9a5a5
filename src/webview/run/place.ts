import type { Surroundings } from "../ui/host.ts";

/** Where a reader was: a webview's page is thrown away whenever its tab is hidden. */
export interface Place {
  readonly filter: string;
  readonly scroll: number;
}

export function keptPlace(state: unknown): Place {
  const { filter, scroll } = (typeof state === "object" && state !== null ? state : {}) as Record<string, unknown>;
  return { filter: typeof filter === "string" ? filter : "", scroll: typeof scroll === "number" ? scroll : 0 };
}

/** Keeps the place from now on: the scrolling by itself, the rest as it is told. */
export function keepPlace(surroundings: Surroundings, start: Place): (change: Partial<Place>) => void {
  let place = start;
  const keep = (change: Partial<Place>) => {
    place = { ...place, ...change };
    surroundings.keepState(place);
  };
  addEventListener("scrollend", () => keep({ scroll: scrollY }));
  return keep;
}
