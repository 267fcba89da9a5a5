import { type Problem, problem } from "../model/problem.ts";
import { type KeyValue, sortByKey } from "../model/text.ts";
import { decode, gitLeftover, isLossy, leftoverReason } from "./bytes.ts";
import { contentOf, type KeyFolder, readKeys } from "./keys.ts";
import { LIMITS } from "./limits.ts";
import { type Bytes, type Failure, failureReason, join, type Scan } from "./scan.ts";

/** Longer texts are few, and read alone. */
const QUICK = 64 << 10;

/** What texts that are read together may take together, and where problems go. */
export class TextBudget {
  readonly problems: Problem[];
  /** UTF-16 units. */
  left: number = LIMITS.texts;

  constructor(problems: Problem[]) {
    this.problems = problems;
  }
}

/** The texts of one folder whose files are keys: params, tags, aliases. */
export class TextFolder implements KeyFolder {
  readonly path: string;
  readonly quick = QUICK;
  readonly #entries: KeyValue[] = [];
  readonly #budget: TextBudget;

  constructor(path: string, budget: TextBudget) {
    this.path = path;
    this.#budget = budget;
  }

  *readAlone(key: string, path: string): Scan<void> {
    const limit = Math.min(LIMITS.text, Math.max(QUICK, this.#budget.left));
    const [reply] = yield [{ op: "read", path, limit, beyond: "cut" }];
    this.take(key, contentOf(reply), path);
  }

  take(key: string, reply: Bytes | Failure, path?: string): void {
    const budget = this.#budget;
    if (budget.left < 0) return;
    const value = reply.op === "read" ? decode(reply.data, reply.start, reply.end) : null;
    const found = textProblem(value, reply);
    if (found) budget.problems.push({ ...found, file: path ?? join(this.path, key) });
    if (value === null) return;
    this.#entries.push({ key, value });
    budget.left -= value.length;
    if (budget.left >= 0) return;
    const reason = `and its siblings hold more than ${LIMITS.texts >> 20} MiB of text; the rest was not read`;
    budget.problems.push(problem("limit", path ?? join(this.path, key), reason));
  }

  /** Sorted by key. */
  entries(): readonly KeyValue[] {
    return sortByKey(this.#entries);
  }
}

/** What is wrong with the text of a param or tag, without its place. The text stands as it was logged: nothing is trimmed. */
function textProblem(text: string | null, reply: Bytes | Failure): Problem | null {
  if (reply.op === "failure" || text === null) {
    return problem("unreadable", "", `cannot be read: ${failureReason(reply.op === "failure" ? reply.code : "EIO")}`);
  }
  if (reply.cut)
    return problem("limit", "", `is longer than ${LIMITS.text >> 20} MiB and is shown cut`, null, "warning");
  const leftover = text.length > 40 ? gitLeftover(text) : null;
  if (leftover) return problem(leftover.code, "", leftoverReason(leftover.code), leftover.line);
  return isLossy(text, reply) ? problem("malformed", "", "is not UTF-8 text", null, "warning") : null;
}

/** Texts of many folders, by folder. */
export class TextFolders {
  readonly #byPath = new Map<string, TextFolder>();
  readonly #budget: TextBudget;

  constructor(problems: Problem[]) {
    this.#budget = new TextBudget(problems);
  }

  /** A folder to be read. */
  folder(path: string): TextFolder {
    const folder = new TextFolder(path, this.#budget);
    this.#byPath.set(path, folder);
    return folder;
  }

  /** What was read of a folder, sorted by key. */
  of(path: string): readonly KeyValue[] {
    return this.#byPath.get(path)?.entries() ?? [];
  }
}

/** Every file below a folder as key and text, sorted by key. */
export function* scanTexts(
  folder: string,
): Scan<{ readonly entries: readonly KeyValue[]; readonly problems: Problem[] }> {
  const problems: Problem[] = [];
  const texts = new TextFolder(folder, new TextBudget(problems));
  yield* readKeys([texts], problems);
  return { entries: texts.entries(), problems };
}
