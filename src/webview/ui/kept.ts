import { createContext } from "preact";
import { useContext, useState } from "preact/hooks";

type Kept = string | boolean;

/** What a page remembers while its tab is hidden, by names that are unique on the page. */
export interface Keeper {
  get(name: string): unknown;
  /** Undefined forgets. */
  set(name: string, value: Kept | undefined): void;
}

export const KeeperContext = createContext<Keeper | null>(null);

type Widened<T extends Kept> = T extends boolean ? boolean : string;

/** A state that outlives the hiding of the tab; just a state where nobody keeps, or under no name. */
export function useKept<T extends Kept>(name: string | undefined, start: T): [Widened<T>, (value: Widened<T>) => void] {
  const keeper = useContext(KeeperContext);
  const [value, setValue] = useState(() => {
    const kept = name === undefined ? undefined : keeper?.get(name);
    return (typeof kept === typeof start ? kept : start) as Widened<T>;
  });
  const change = (next: Widened<T>) => {
    setValue(next);
    if (name !== undefined) keeper?.set(name, next === start ? undefined : next);
  };
  return [value, change];
}
