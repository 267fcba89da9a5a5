import { useEffect, useState } from "preact/hooks";
import { refKey } from "../../../core/model/run.ts";
import type { Comparison, RunRow } from "../../../core/model/views.ts";
import { useHost } from "../context.ts";

/** The best finished run to draw live ones against; null where none is live. */
export function useGhost({ runs }: Comparison): RunRow | null {
  const host = useHost();
  const [ghost, setGhost] = useState<RunRow | null>(null);
  const live = runs
    .filter(({ status }) => status === "live")
    .map(({ ref }) => refKey(ref))
    .join("\n");
  const pinned = runs.map(({ ref }) => refKey(ref)).join("\n");
  useEffect(() => {
    let late = false;
    if (live === "") setGhost(null);
    else {
      // Without one the live runs are drawn all the same.
      host.ask("ghost").then(
        (found) => late || setGhost(found),
        () => late || setGhost(null),
      );
    }
    return () => {
      late = true;
    };
  }, [live, pinned]);
  return ghost;
}
