import { type Problem, problem } from "../model/problem.ts";
import { byText, type KeyValue } from "../model/text.ts";
import { decode, gitLeftover, isLossy, leftoverReason } from "./bytes.ts";
import { type KeyFile, walkKeys } from "./keys.ts";
import { LIMITS } from "./limits.ts";
import { failureReason, type Reply, type Request, type Scan } from "./scan.ts";

/** Read at first; the few longer ones are asked for again, alone, so that one batch never grows large. */
const FIRST_READ = 64 << 10;
/** Files in one batch. */
const BATCH = 64;

const request = (file: KeyFile, limit: number): Request => ({ op: "read", path: file.path, limit, beyond: "cut" });

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

/** Reads the files given as texts, by key; `budget` bounds the bytes of all together. */
export function* readTexts(
  files: readonly KeyFile[],
  problems: Problem[],
  budget = 64 * LIMITS.text,
): Scan<Map<string, KeyValue[]>> {
  const byFolder = new Map<string, KeyValue[]>();
  let left = budget;
  for (let i = 0; i < files.length; i += BATCH) {
    const batch = files.slice(i, i + BATCH);
    const long: KeyFile[] = [];
    const replies = yield batch.map((file) => request(file, FIRST_READ));
    batch.forEach((file, k) => {
      const reply = replies[k];
      if (reply?.op === "read" && reply.cut) long.push(file);
      else left -= put(byFolder, file, textReply(file.path, reply, problems));
    });
    for (const file of long) {
      const [reply] = yield [request(file, Math.max(FIRST_READ, Math.min(LIMITS.text, left)))];
      left -= put(byFolder, file, textReply(file.path, reply, problems));
    }
  }
  for (const entries of byFolder.values()) entries.sort((a, b) => byText(a.key, b.key));
  return byFolder;
}

function put(byFolder: Map<string, KeyValue[]>, file: KeyFile, value: string | null): number {
  if (value === null) return 0;
  const entries = byFolder.get(file.folder);
  if (entries) entries.push({ key: file.key, value });
  else byFolder.set(file.folder, [{ key: file.key, value }]);
  return value.length;
}

/** Every file below a folder as key and text, sorted by key. */
export function* scanTexts(
  folder: string,
): Scan<{ readonly entries: readonly KeyValue[]; readonly problems: Problem[] }> {
  const { files, problems } = yield* walkKeys([folder]);
  const texts = yield* readTexts(files, problems);
  return { entries: texts.get(folder) ?? [], problems };
}
