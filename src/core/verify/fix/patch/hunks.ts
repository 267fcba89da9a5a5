import { type Step, script } from "./script.ts";

/** Lines that are shown around what changes. */
const CONTEXT = 3;

/** Part of a unified diff: lines that are ` ` kept, `-` removed or `+` inserted; numbers are 1-based as the format wants them. */
export interface Hunk {
  readonly before: { readonly from: number; readonly count: number };
  readonly after: { readonly from: number; readonly count: number };
  readonly lines: readonly { readonly mark: " " | "-" | "+"; readonly line: Uint8Array }[];
}

/** What leads from one file's lines to another's, with the lines around. */
export function hunks(before: readonly Uint8Array[], after: readonly Uint8Array[]): Hunk[] {
  const found: Hunk[] = [];
  let group: Place[] = [];
  for (const place of placed(script(before, after))) {
    const last = group.at(-1);
    if (last !== undefined && place.before - (last.before + last.remove) > 2 * CONTEXT) {
      found.push(hunk(group, before, after));
      group = [];
    }
    group.push(place);
  }
  return group.length === 0 ? found : [...found, hunk(group, before, after)];
}

/** Where a step takes lines away and puts others in, as 0-based line numbers. */
interface Place {
  readonly before: number;
  readonly after: number;
  readonly remove: number;
  readonly insert: number;
}

function placed(steps: readonly Step[]): Place[] {
  let [before, after] = [0, 0];
  return steps.map(({ keep, remove, insert }) => {
    const place = { before: before + keep, after: after + keep, remove, insert };
    before = place.before + remove;
    after = place.after + insert;
    return place;
  });
}

function hunk(places: readonly Place[], before: readonly Uint8Array[], after: readonly Uint8Array[]): Hunk {
  const lines: { readonly mark: " " | "-" | "+"; readonly line: Uint8Array }[] = [];
  const add = (mark: " " | "-" | "+", from: readonly Uint8Array[]): void => {
    for (const line of from) lines.push({ mark, line });
  };
  const [first] = places;
  const start = Math.max(0, (first?.before ?? 0) - CONTEXT);
  const shift = (first?.after ?? 0) - (first?.before ?? 0);
  let at = start;
  for (const place of places) {
    add(" ", before.slice(at, place.before));
    add("-", before.slice(place.before, place.before + place.remove));
    add("+", after.slice(place.after, place.after + place.insert));
    at = place.before + place.remove;
  }
  add(" ", before.slice(at, at + CONTEXT));
  const count = (mark: "-" | "+"): number => lines.filter((line) => line.mark !== mark).length;
  return {
    before: range(start, count("+")),
    after: range(start + shift, count("-")),
    lines,
  };
}

/** A part without lines is named by the line before it. */
function range(from: number, count: number): Hunk["before"] {
  return { from: count === 0 ? from : from + 1, count };
}
