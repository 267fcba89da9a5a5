import { useMemo, useState } from "preact/hooks";
import { ownedFile } from "../../../../core/compare/runFile.ts";
import type { ComparedFile, ComparedFiles } from "../../../../core/model/comparedFiles.ts";
import type { RunRow } from "../../../../core/model/views.ts";
import { useHost } from "../../context.ts";
import { ContentsStore } from "./contentsStore.ts";

/** What is known of the files' bytes; anew for other `files`. Whoever uses it is drawn again when more is known. */
export function useContents(files: ComparedFiles, runs: readonly RunRow[]): ContentsStore {
  const host = useHost();
  const [, redraw] = useState(0);
  return useMemo(() => {
    const ask = (file: ComparedFile) =>
      host.ask(
        "fileContents",
        file.files.flatMap((own) => {
          const ref = runs[own.run]?.ref;
          return ref === undefined ? [] : [ownedFile(own, ref)];
        }),
      );
    return new ContentsStore(ask, () => redraw((count) => count + 1));
  }, [host, files, runs]);
}
