import { useContext } from "preact/hooks";
import type { FileOfRun } from "../../../../../protocol/compare.ts";
import { perform } from "../../../../ui/announce.tsx";
import { t } from "../../../../ui/l10n.ts";
import { PreviewBody } from "../../../../ui/preview/PreviewBody.tsx";
import { IsFile, useHost } from "../../../context.ts";
import { RunHead } from "../../heads/RunHead.tsx";
import type { Pane } from "./pane.ts";

interface Props extends Pane {
  readonly missing: string;
  /** The first pane's file, to be set against in the editor's diff; null for the first itself. */
  readonly against: FileOfRun | null;
}

/** What a run's file holds, and the ways to see more of it. */
export function PreviewPane({ head, file, preview, missing, against }: Props) {
  const host = useHost();
  const isFile = useContext(IsFile);
  return (
    <div class="pane">
      <div class="pane-head">
        <RunHead {...head} />
        {file !== null && !isFile && (
          <span class="pane-buttons">
            {against !== null && (
              <button type="button" class="text-button" onClick={() => perform(host.ask("diffFiles", against, file))}>
                {t("Open Diff")}
              </button>
            )}
            <button
              type="button"
              class="text-button"
              onClick={() => perform(host.ask("openArtifact", file.owner, file.path))}
            >
              {t("Open")}
            </button>
          </span>
        )}
      </div>
      {file === null && <p class="dim">{missing}</p>}
      {preview && file !== null && (
        <PreviewBody preview={preview} name={file.path.slice(file.path.lastIndexOf("/") + 1)} />
      )}
    </div>
  );
}
