import type { ComparedFile, RunFile } from "../model/comparedFiles.ts";
import { byNature } from "../model/naturalOrder.ts";

/** A file with the path that it is shown by. */
export interface ShownFile extends Omit<RunFile, "run"> {
  readonly shown: string;
}

/** One list of files a run, by path. Of two files of a run with one path, the first counts. */
export function alignFiles(runs: readonly (readonly ShownFile[])[]): readonly ComparedFile[] {
  const rows = new Map<string, RunFile[]>();
  for (const [run, files] of runs.entries()) {
    for (const { shown, ...file } of files) {
      const row = rows.get(shown) ?? [];
      if (row.at(-1)?.run !== run) row.push({ run, ...file });
      rows.set(shown, row);
    }
  }
  return [...rows].map(([path, files]) => ({ path, files })).sort((a, b) => byNature(a.path, b.path));
}
