import { useContext, useMemo, useState } from "preact/hooks";
import type { ImagePreview } from "../../../../../core/artifacts/preview.ts";
import { visibleText } from "../../../../../core/model/visibleText.ts";
import { perform } from "../../../../ui/announce.tsx";
import { Icon } from "../../../../ui/Icon.tsx";
import { t } from "../../../../ui/l10n.ts";
import { dataUri } from "../../../../ui/preview/dataUri.ts";
import { IsFile, useHost } from "../../../context.ts";
import { RunHead } from "../../heads/RunHead.tsx";
import { Difference } from "./Difference.tsx";
import type { Pane } from "./pane.ts";
import { widthOf } from "./widthOf.ts";
import type { Zoom } from "./zoom.ts";

interface Props {
  readonly pane: Pane;
  readonly missing: string;
  readonly zoom: Zoom;
  /** The image to show the difference from; null to show the image itself. */
  readonly against: ImagePreview | null;
  onScroll(event: Event & { readonly currentTarget: HTMLElement }): void;
}

/** One run's picture. */
export function ImagePane({ pane: { head, file, preview }, missing, zoom, against, onScroll }: Props) {
  const host = useHost();
  const isFile = useContext(IsFile);
  const image = preview?.kind === "image" ? preview : null;
  return (
    <figure class="pane">
      <figcaption class="pane-head">
        <RunHead {...head} />
        {file !== null && !isFile && (
          <button
            type="button"
            class="icon-button"
            title={t("Open")}
            aria-label={t("Open {0}", visibleText(file.path))}
            onClick={() => perform(host.ask("openArtifact", file.owner, file.path))}
          >
            <Icon name="open" />
          </button>
        )}
      </figcaption>
      {file === null && <p class="dim">{missing}</p>}
      {file !== null && image !== null && against === null && (
        <Picture image={image} name={`${head.run.label} ${file.path}`} zoom={zoom} onScroll={onScroll} />
      )}
      {file !== null && image !== null && against !== null && (
        <Difference image={image} base={against} zoom={zoom} onScroll={onScroll} />
      )}
    </figure>
  );
}

interface PictureProps extends Pick<Props, "zoom" | "onScroll"> {
  readonly image: ImagePreview;
  readonly name: string;
}

function Picture({ image: { mediaType, bytes }, name, zoom, onScroll }: PictureProps) {
  const uri = useMemo(() => dataUri(mediaType, bytes), [mediaType, bytes]);
  const [size, setSize] = useState<readonly [number, number] | null>(null);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it. */}
      <div class={zoom === "fit" ? "image-scroll fit" : "image-scroll"} tabIndex={0} onScroll={onScroll}>
        <img
          src={uri}
          alt={visibleText(name)}
          style={widthOf(size?.[0] ?? null, zoom)}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => setSize([naturalWidth, naturalHeight])}
        />
      </div>
      <p class="image-fact dim">{size === null ? " " : `${size[0]} × ${size[1]}`}</p>
    </>
  );
}
