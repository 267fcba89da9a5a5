import { type Problem, problem } from "../model/problem.ts";
import { type KeyValue, sortByKey } from "../model/text.ts";
import { decode, gitLeftover, isLossy, leftoverReason } from "./bytes.ts";
import { type KeyFolder, readKeys } from "./keys.ts";
import { LIMITS } from "./limits.ts";
import { failureReason, type Reply, type Scan } from "./scan.ts";

/** Longer texts are few, and read alone. */
const QUICK = 64 << 10;

/** The text of a param or tag, as it stands: nothing is trimmed, an empty file is an empty text. */
export function textReply(path: string, reply: Reply | undefined, problems: Problem[]): string | null {
  if (reply?.op !== "read") {
    const code = reply?.op === "failure" ? reply.code : "EIO";
    problems.push(problem("unreadable", path, `cannot be read: ${failureReason(code)}`));
    return null;
  }
  const text = decode(reply.data, reply.start, reply.end);
  if (reply.cut) {
    problems.push(problem("limit", path, `is longer than ${LIMITS.text >> 20} MiB and is shown cut`, null, "warning"));
    return text;
  }
  const leftover = text.length > 40 ? gitLeftover(text) : null;
  if (leftover) problems.push(problem(leftover.code, path, leftoverReason(leftover.code), leftover.line));
  else if (isLossy(text, reply)) problems.push(problem("malformed", path, "is not UTF-8 text", null, "warning"));
  return text;
}

/** Texts of folders whose files are keys: params, tags, aliases. */
export class TextFolders {
  readonly #byFolder = new Map<string, KeyValue[]>();
  readonly #problems: Problem[];
  #left: number = LIMITS.texts;

  constructor(problems: Problem[]) {
    this.#problems = problems;
  }

  /** A folder to be read. */
  folder(path: string): KeyFolder {
    const entries: KeyValue[] = [];
    this.#byFolder.set(path, entries);
    return {
      path,
      quick: QUICK,
      alone: (file) => ({
        op: "read",
        path: file,
        limit: Math.min(LIMITS.text, Math.max(QUICK, this.#left)),
        beyond: "cut",
      }),
      take: (key, file, reply) => this.#take(entries, key, file, reply),
    };
  }

  /** What was read of a folder, sorted by key. */
  of(path: string): readonly KeyValue[] {
    return sortByKey(this.#byFolder.get(path) ?? []);
  }

  #take(entries: KeyValue[], key: string, path: string, reply: Reply): void {
    if (this.#left < 0) return;
    const value = textReply(path, reply, this.#problems);
    if (value === null) return;
    entries.push({ key, value });
    this.#left -= value.length;
    if (this.#left >= 0) return;
    const reason = `and its siblings hold more than ${LIMITS.texts >> 20} MiB of text; the rest was not read`;
    this.#problems.push(problem("limit", path, reason));
  }
}

/** Every file below a folder as key and text, sorted by key. */
export function* scanTexts(
  folder: string,
): Scan<{ readonly entries: readonly KeyValue[]; readonly problems: Problem[] }> {
  const problems: Problem[] = [];
  const texts = new TextFolders(problems);
  yield* readKeys([texts.folder(folder)], problems);
  return { entries: texts.of(folder), problems };
}
