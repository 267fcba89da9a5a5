import { LIMITS } from "../../core/files/limits.ts";
import { type Problem, problem } from "../../core/model/problem.ts";

/** What node:sqlite answers for one column; bigint only where a number would lose digits. */
export type Cell = null | number | bigint | string | Uint8Array;

export type Row = readonly Cell[];

/** Texts beyond are not even loaded to be cut; bytes. */
const REFUSED = 64 << 20;

/**
 * A column as SQL that never answers more than LIMITS.text bytes of text and a sign of the cut: longer ones come as a
 * blob of one byte more, those that are not loaded at all as one of two bytes more (octet_length reads no content).
 */
export function boundedText(column: string): string {
  const cut = `substr(CAST(${column} AS BLOB), 1, ${LIMITS.text + 1})`;
  return `CASE WHEN octet_length(${column}) > ${LIMITS.text} THEN CASE WHEN octet_length(${column}) > ${REFUSED} THEN zeroblob(${LIMITS.text + 2}) ELSE ${cut} END ELSE ${column} END`;
}

/** Where problems go, and what they are about (`param "lr"`, `table "tags"`). */
export interface Noting {
  readonly problems: Problem[];
  readonly about: string;
}

/** Problems one run keeps; a hostile file could have millions. */
const MOST = 20;

export function note(problems: Problem[], found: Problem): void {
  if (problems.length < MOST) problems.push(found);
  else if (problems.length === MOST)
    problems.push(problem("limit", "", "More was found wrong here than is listed.", null, "warning"));
}

function oddText(cell: Exclude<Cell, string | null>, noting: Noting): string {
  if (!(cell instanceof Uint8Array)) return String(cell);
  const { about, problems } = noting;
  if (cell.byteLength === LIMITS.text + 2) {
    note(problems, problem("limit", "", `The text of ${about} is larger than 64 MiB and is not read.`));
    return "";
  }
  if (cell.byteLength === LIMITS.text + 1) {
    note(
      problems,
      problem("limit", "", `The text of ${about} is longer than 1 MiB and is cut there.`, null, "warning"),
    );
    return new TextDecoder().decode(cell.subarray(0, LIMITS.text), { stream: true });
  }
  note(problems, problem("database", "", `The text of ${about} is stored as binary data.`, null, "warning"));
  return new TextDecoder().decode(cell);
}

/** Text or null; whatever else is there is made text and noted. */
export function textOrNull(cell: Cell | undefined, noting: Noting): string | null {
  if (typeof cell === "string") return cell;
  return cell === null || cell === undefined ? null : oddText(cell, noting);
}

export function text(cell: Cell | undefined, noting: Noting): string {
  return typeof cell === "string" ? cell : (textOrNull(cell, noting) ?? "");
}

/** A number or null; what is no number is null and noted. */
export function numberOrNull(cell: Cell | undefined, noting: Noting): number | null {
  if (typeof cell === "number") return cell;
  if (cell === null || cell === undefined) return null;
  if (typeof cell === "bigint") return Number(cell);
  note(noting.problems, problem("database", "", `${capital(noting.about)} has text where a number belongs.`));
  return null;
}

/** An entity's id as text, whatever its type; unknown where there is none. */
export const NO_EXPERIMENT = "unknown";

export function experimentId(cell: Cell | undefined): string {
  return typeof cell === "string" && cell !== "" ? cell : NO_EXPERIMENT;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
