import { useEffect, useId, useState } from "preact/hooks";
import type { ArtifactPreview } from "../../../core/artifacts/preview.ts";
import type { ArtifactOwner } from "../../../core/model/views.ts";
import { visibleText } from "../../../core/model/visibleText.ts";
import { Icon } from "../../ui/Icon.tsx";
import { t } from "../../ui/l10n.ts";
import { PreviewBody } from "../../ui/preview/PreviewBody.tsx";
import { useHost } from "../context.ts";
import { FileButtons } from "./FileButtons.tsx";
import "./Preview.css";

interface Props {
  readonly owner: ArtifactOwner;
  readonly path: string;
  onClose(): void;
}

/** What a file holds, as far as it can be shown without opening it. */
export function Preview({ owner, path, onClose }: Props) {
  const host = useHost();
  const name = path.slice(path.lastIndexOf("/") + 1);
  const id = useId();
  const [preview, setPreview] = useState<ArtifactPreview | null>(null);
  // The tree makes a new Preview for each file, so this is asked once.
  useEffect(() => {
    host.ask("preview", owner, path).then(setPreview, () => {
      setPreview({ kind: "none", reason: t("This file could not be read.") });
    });
  }, []);
  return (
    <section class="preview" aria-labelledby={id}>
      <div class="preview-head">
        <h3 id={id}>{visibleText(path)}</h3>
        <FileButtons owner={owner} entry={{ name, path, isFolder: false }} />
        <button
          type="button"
          class="icon-button"
          title={t("Close preview")}
          aria-label={t("Close preview")}
          onClick={onClose}
        >
          <Icon name="cross" />
        </button>
      </div>
      {preview !== null && <PreviewBody preview={preview} name={name} />}
    </section>
  );
}
