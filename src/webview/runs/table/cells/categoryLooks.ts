import { byNature } from "../../../../core/model/naturalOrder.ts";
import type { Column, ColumnProfile } from "../../../../core/model/runsTable.ts";
import { subjectOf } from "../columns/profiles.ts";

/** As many as there are colours; the value stands beside its colour anyway. */
export const CATEGORIES = 6;

/** Which colour each value of a category has. Once given it stays, whatever is filtered, for as long as the page lives. */
export class CategoryLooks {
  readonly #looks = new Map<string, Map<string, number>>();

  /** From 0 on; null where the column is no category, or has more values than there are colours. */
  look(profile: ColumnProfile | undefined, value: string): number | null {
    if (profile === undefined || !isCategory(profile)) return null;
    const looks = this.#of(profile);
    const known = looks.get(value);
    if (known !== undefined) return known;
    if (looks.size >= CATEGORIES) return null;
    looks.set(value, looks.size);
    return looks.size - 1;
  }

  /** The values known beforehand are given theirs in natural order. */
  #of({ column, top }: ColumnProfile): Map<string, number> {
    const subject = subjectOf(column);
    const known = this.#looks.get(subject);
    if (known !== undefined) return known;
    const values = top.map(({ value }) => value).sort(byNature);
    const looks = new Map(values.map((value, index) => [value, index]));
    this.#looks.set(subject, looks);
    return looks;
  }
}

const UNIQUE: readonly Column["key"][] = ["label", "id"];

/** Few different texts, each of more than one run on average. */
export function isCategory({ column, type, distinct, present, range }: ColumnProfile): boolean {
  if (type !== "text" || range !== null || (column.kind === "attribute" && UNIQUE.includes(column.key))) return false;
  return distinct > 1 && distinct <= CATEGORIES && distinct < present;
}
