import { endsLine, joinLines, linesOf } from "../lines.ts";
import { bytesOf } from "../text.ts";
import { gitName } from "./gitName.ts";
import { type Hunk, hunks } from "./hunks.ts";

/** A file as it is and as it would be; null where there is none. */
export interface PatchedFile {
  /** `/` between segments, as it is named to Git. */
  readonly path: string;
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
}

/** One file's part of a patch in Git's form, which `git apply` takes, byte for byte whatever the lines hold. */
export function filePatch({ path, before, after }: PatchedFile): Uint8Array {
  const head = [`diff --git ${gitName("a/", path)} ${gitName("b/", path)}`];
  if (before === null) head.push("new file mode 100644");
  if (after === null) head.push("deleted file mode 100644");
  const found = hunks(linesOf(before ?? NOTHING), linesOf(after ?? NOTHING));
  if (found.length > 0) {
    head.push(`--- ${before === null ? "/dev/null" : fileName("a/", path)}`);
    head.push(`+++ ${after === null ? "/dev/null" : fileName("b/", path)}`);
  }
  return joinLines([bytesOf(`${head.join("\n")}\n`), ...found.flatMap(hunkLines)]);
}

const NOTHING = new Uint8Array();

/** What follows a tab is none of the name: without it, one that holds spaces would not be clear. */
function fileName(prefix: string, path: string): string {
  return path.includes(" ") ? `${gitName(prefix, path)}\t` : gitName(prefix, path);
}

function hunkLines({ before, after, lines }: Hunk): Uint8Array[] {
  const head = bytesOf(`@@ -${before.from},${before.count} +${after.from},${after.count} @@\n`);
  return [head, ...lines.flatMap(({ mark, line }) => [MARKS[mark], line, ...(endsLine(line) ? [] : [NO_NEWLINE])])];
}

const MARKS = { " ": bytesOf(" "), "-": bytesOf("-"), "+": bytesOf("+") };
const NO_NEWLINE = bytesOf("\n\\ No newline at end of file\n");
