import type { Surroundings } from "../ui/host.ts";
import type { Keeper } from "../ui/kept.ts";

type Values = Readonly<Record<string, string | boolean>>;

/** Where a reader was: a webview's page is thrown away whenever its tab is hidden. */
export interface Place {
  readonly scroll: number;
  /** The filter, what is unfolded and which file is previewed. */
  readonly kept: Values;
}

/** Things kept at most; further ones are forgotten with the page. */
const MOST = 200;
/** Characters of a name or a text that is kept. */
const LONGEST = 2000;

export function keptPlace(state: unknown): Place {
  const { scroll, kept } = fieldsOf(state);
  const values = Object.entries(fieldsOf(kept)).filter(
    (entry): entry is [string, string | boolean] => typeof entry[1] === "string" || typeof entry[1] === "boolean",
  );
  return { scroll: typeof scroll === "number" ? scroll : 0, kept: Object.fromEntries(values.slice(0, MOST)) };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** Keeps the place from now on: the scrolling by itself, the rest as it is told. */
export function keepPlace(surroundings: Pick<Surroundings, "keepState">, start: Place): Keeper {
  let scroll = start.scroll;
  const values = new Map(Object.entries(start.kept));
  const keep = () => surroundings.keepState({ scroll, kept: Object.fromEntries(values) } satisfies Place);
  addEventListener("scrollend", () => {
    scroll = scrollY;
    keep();
  });
  return {
    get: (name) => values.get(name),
    set: (name, value) => {
      if (value === undefined || name.length + String(value).length > LONGEST) values.delete(name);
      else if (values.has(name) || values.size < MOST) values.set(name, value);
      keep();
    },
  };
}
