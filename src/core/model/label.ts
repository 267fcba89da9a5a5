import type { KeyValue } from "./text.ts";
import { visibleText } from "./visibleText.ts";

/** Characters of a key or a value in a label at most. */
const LENGTH = 60;

/** A text that a label has room for; of a longer one both ends, because paths differ there. */
export function cutMiddle(text: string): string {
  return text.length <= LENGTH ? text : `${text.slice(0, LENGTH / 2)}…${text.slice(-LENGTH / 2)}`;
}

/** `lr=0.1, max_depth=8`. */
export function paramText(params: readonly KeyValue[]): string {
  return params.map(({ key, value }) => `${visibleText(cutMiddle(key))}=${visibleText(cutMiddle(value))}`).join(", ");
}

/** A name as it is shown, null where there is none to see. Names that look alike are one name. */
export function shownName(name: string | null): string | null {
  const shown = name === null ? "" : visibleText(name).trim();
  return shown === "" ? null : shown;
}

/** The first 8 of an id as MLflow makes them (32 hexadecimal digits, or a UUID); a folder named otherwise in full. */
export function shortId(id: string): string {
  if (/^[0-9a-f]{32}$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return id.slice(0, 8);
  const shown = visibleText(id).trim();
  return shown === "" ? "(no id)" : shown;
}
