import { join } from "node:path";
import { commands, Range, Uri } from "vscode";
import type { ProblemPlace } from "../../protocol/run.ts";

/** The file a problem is in; the store itself where it names none (a database is its own file). */
export function problemUri({ store, file }: Pick<ProblemPlace, "store" | "file">): Uri {
  return Uri.file(file === "" ? store : join(store, file));
}

/** The line a problem is on, from its start to its end. */
export function problemRange(line: number | null): Range {
  const index = Math.max(0, (line ?? 1) - 1);
  return new Range(index, 0, index, Number.MAX_SAFE_INTEGER);
}

export async function openProblem(place: ProblemPlace): Promise<void> {
  const range = problemRange(place.line);
  await commands.executeCommand("vscode.open", problemUri(place), { selection: new Range(range.start, range.start) });
}
