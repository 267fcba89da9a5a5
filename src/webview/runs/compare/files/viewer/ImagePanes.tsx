import { useRef, useState } from "preact/hooks";
import type { ImagePreview } from "../../../../../core/artifacts/preview.ts";
import { Icon } from "../../../../ui/Icon.tsx";
import { t } from "../../../../ui/l10n.ts";
import { ImagePane } from "./ImagePane.tsx";
import type { Pane } from "./pane.ts";
import { type Zoom, zoomed, zoomText } from "./zoom.ts";

interface Props {
  readonly panes: readonly Pane[];
  readonly missing: string;
}

/** Pictures that are zoomed and moved together, the others as they are or as they differ from the first. */
export function ImagePanes({ panes, missing }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<Zoom>("fit");
  const [difference, setDifference] = useState(false);
  const base = imageOf(panes[0]);
  const onScroll = (event: Event & { readonly currentTarget: HTMLElement }): void => {
    const { scrollLeft, scrollTop } = event.currentTarget;
    for (const other of root.current?.querySelectorAll(".image-scroll") ?? []) {
      if (other !== event.currentTarget) other.scrollTo(scrollLeft, scrollTop);
    }
  };
  return (
    <>
      <div class="image-tools">
        <button type="button" class="text-button" aria-pressed={zoom === "fit"} onClick={() => setZoom("fit")}>
          {t("Fit")}
        </button>
        <button type="button" class="text-button" aria-pressed={zoom === 1} onClick={() => setZoom(1)}>
          {t("Pixel for pixel")}
        </button>
        <ZoomStep zoom={zoom} by={-1} title={t("Zoom Out")} onZoom={setZoom} />
        <ZoomStep zoom={zoom} by={1} title={t("Zoom In")} onZoom={setZoom} />
        {zoom !== "fit" && <span class="dim">{zoomText(zoom)}</span>}
        {panes.length > 1 && base !== null && (
          <button
            type="button"
            class="text-button"
            aria-pressed={difference}
            onClick={() => setDifference(!difference)}
          >
            {t("Difference")}
          </button>
        )}
      </div>
      <div class="panes" ref={root}>
        {panes.map((pane, index) => (
          <ImagePane
            key={pane.head.run.id}
            pane={pane}
            missing={missing}
            zoom={zoom}
            against={difference && index > 0 ? base : null}
            onScroll={onScroll}
          />
        ))}
      </div>
    </>
  );
}

function imageOf(pane: Pane | undefined): ImagePreview | null {
  return pane?.preview?.kind === "image" ? pane.preview : null;
}

interface StepProps {
  readonly zoom: Zoom;
  readonly by: 1 | -1;
  readonly title: string;
  onZoom(zoom: Zoom): void;
}

function ZoomStep({ zoom, by, title, onZoom }: StepProps) {
  return (
    <button type="button" class="icon-button" title={title} aria-label={title} onClick={() => onZoom(zoomed(zoom, by))}>
      <Icon name={by > 0 ? "plus" : "minus"} />
    </button>
  );
}
