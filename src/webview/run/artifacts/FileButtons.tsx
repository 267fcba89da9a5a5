import type { ArtifactEntry, ArtifactOwner } from "../../../core/model/views.ts";
import { visibleText } from "../../../core/model/visibleText.ts";
import { perform } from "../../ui/announce.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { t } from "../../ui/l10n.ts";
import { useHost } from "../context.ts";

interface Props {
  readonly owner: ArtifactOwner;
  readonly entry: Pick<ArtifactEntry, "name" | "path" | "isFolder">;
}

/** What can be done with a file or folder: open it in its own editor, keep a copy. */
export function FileButtons({ owner, entry }: Props) {
  const host = useHost();
  const name = visibleText(entry.name);
  return (
    <span class="artifact-buttons">
      {!entry.isFolder && (
        <button
          type="button"
          class="icon-button"
          title={t("Open")}
          aria-label={t("Open {0}", name)}
          onClick={() => perform(host.ask("openArtifact", owner, entry.path))}
        >
          <Icon name="open" />
        </button>
      )}
      <button
        type="button"
        class="icon-button"
        title={t("Save As…")}
        aria-label={t("Save {0} as…", name)}
        onClick={() => perform(host.ask("saveArtifact", owner, entry.path))}
      >
        <Icon name="save" />
      </button>
    </span>
  );
}
