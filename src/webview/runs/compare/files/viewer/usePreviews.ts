import { useEffect, useRef, useState } from "preact/hooks";
import type { ArtifactPreview } from "../../../../../core/artifacts/preview.ts";
import type { FileOfRun } from "../../../../../protocol/compare.ts";
import { t } from "../../../../ui/l10n.ts";
import { useHost } from "../../../context.ts";

/** Previews kept, so that a slider goes back without asking again. */
const KEPT = 48;

/** What files hold, one each: null for a place without a file; undefined until it is known, the former meanwhile. */
export function usePreviews(files: readonly (FileOfRun | null)[]): readonly (ArtifactPreview | null | undefined)[] {
  const host = useHost();
  const kept = useRef(new Map<string, ArtifactPreview>());
  const [, redraw] = useState(0);
  const last = useRef<readonly (ArtifactPreview | null | undefined)[]>([]);
  const wanted = files.map((file) => (file === null ? null : keyOf(file)));
  const all = wanted.join("\n");
  useEffect(() => {
    let late = false;
    for (const [index, file] of files.entries()) {
      const key = wanted[index];
      if (file === null || key === null || key === undefined || kept.current.has(key)) continue;
      const settle = (preview: ArtifactPreview): void => {
        remember(kept.current, key, preview);
        if (!late) redraw((count) => count + 1);
      };
      host
        .ask("preview", file.owner, file.path)
        .then(settle, () => settle({ kind: "none", reason: t("This file could not be read.") }));
    }
    return () => {
      late = true;
    };
  }, [host, all]);
  const shown = wanted.map((key, index) => (key === null ? null : (kept.current.get(key) ?? last.current[index])));
  last.current = shown;
  return shown;
}

function keyOf({ owner, path }: FileOfRun): string {
  return JSON.stringify([owner, path]);
}

/** The oldest goes where there are too many. */
function remember(kept: Map<string, ArtifactPreview>, key: string, preview: ArtifactPreview): void {
  kept.set(key, preview);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
}
