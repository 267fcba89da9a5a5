import type { KeyValue } from "./text.ts";
import { visibleText } from "./visibleText.ts";

/**
 * What a run is called: its name, where no sibling has the same; its name and the first 8 of its id, where siblings share
 * it (forty runs named `train` keep what their author said and still differ); the first 8 of its id, where it has none.
 * Siblings are the runs of one experiment. Never empty; what cannot be seen is escaped; cutting is up to the face.
 */
export function runLabel(name: string | null, id: string, nameTellsApart: boolean): string {
  const shown = shownName(name);
  if (shown === null) return shortId(id);
  return nameTellsApart ? shown : `${shown} · ${shortId(id)}`;
}

/** A run as a line of text, where nothing can be dimmed (pickers, headings): `quiet-fox-12 · lr=0.1, max_depth=8`. */
export function describeRun(run: { readonly label: string; readonly telling: readonly KeyValue[] }): string {
  const params = paramText(run.telling);
  return params === "" ? run.label : `${run.label} · ${params}`;
}

/** `lr=0.1, max_depth=8`. */
export function paramText(params: readonly KeyValue[]): string {
  return params.map(({ key, value }) => `${visibleText(key)}=${visibleText(value)}`).join(", ");
}

/** A name as it is shown, null where there is none to see. Names that look alike are one name. */
export function shownName(name: string | null): string | null {
  const shown = name === null ? "" : visibleText(name).trim();
  return shown === "" ? null : shown;
}

/** How many siblings have each name, by the name as shown. */
export function nameCounts(names: Iterable<string | null>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) {
    const shown = shownName(name);
    if (shown !== null) counts.set(shown, (counts.get(shown) ?? 0) + 1);
  }
  return counts;
}

/** Whether a name belongs to one of the siblings counted and no other. */
export function nameTellsApart(name: string | null, counts: ReadonlyMap<string, number>): boolean {
  const shown = shownName(name);
  return shown !== null && counts.get(shown) === 1;
}

/** The first 8 of an id as MLflow makes them (32 hexadecimal digits, or a UUID); a folder named otherwise in full. */
export function shortId(id: string): string {
  if (/^[0-9a-f]{32}$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return id.slice(0, 8);
  const shown = visibleText(id).trim();
  return shown === "" ? "(no id)" : shown;
}
