import { useEffect, useRef, useState } from "preact/hooks";
import type { ComparedFile, ComparedFiles, FileContents } from "../../../../core/model/comparedFiles.ts";
import type { RunRow } from "../../../../core/model/views.ts";
import { useHost } from "../../context.ts";
import { ownerOf } from "./entries.ts";
import { needsContents } from "./sameness.ts";

/** Files at one path whose bytes are compared at once; of more runs the first. */
const MOST_RUNS = 500;
/** Requests under way at once. */
const IN_FLIGHT = 4;

/**
 * Which files at a path hold the same bytes: null until it is known. It is asked for when it is first wanted, so for
 * rows on screen alone, and anew for other `files`.
 */
export function useContents(
  files: ComparedFiles | null,
  runs: readonly RunRow[],
): (file: ComparedFile) => FileContents | null {
  const host = useHost();
  const [, redraw] = useState(0);
  const known = useRef(new Map<string, FileContents | null>());
  const waiting = useRef<ComparedFile[]>([]);
  const underWay = useRef(0);
  const turn = useRef(0);
  useEffect(() => {
    turn.current++;
    known.current = new Map();
    waiting.current = [];
    underWay.current = 0;
  }, [files]);

  const next = (): void => {
    const file = underWay.current < IN_FLIGHT ? waiting.current.shift() : undefined;
    if (file === undefined) return;
    underWay.current++;
    const own = turn.current;
    const asked = file.files.slice(0, MOST_RUNS).flatMap(({ run, ...rest }) => {
      const ref = runs[run]?.ref;
      return ref === undefined ? [] : [{ owner: ownerOf({ run, ...rest }, ref), path: rest.path }];
    });
    const settle = (contents: FileContents): void => {
      if (own !== turn.current) return;
      known.current.set(file.path, contents);
      underWay.current--;
      redraw((count) => count + 1);
      next();
    };
    host.ask("fileContents", asked).then(settle, () => settle([]));
  };

  return (file) => {
    if (!known.current.has(file.path)) {
      known.current.set(file.path, null);
      if (needsContents(file.files)) {
        waiting.current.push(file);
        // After this rendering, which reads and must not change anything.
        queueMicrotask(next);
      }
    }
    return known.current.get(file.path) ?? null;
  };
}
