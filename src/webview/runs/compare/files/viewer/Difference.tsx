import { useEffect, useRef, useState } from "preact/hooks";
import type { ImagePreview } from "../../../../../core/artifacts/preview.ts";
import { count } from "../../../../ui/format/number.ts";
import { t } from "../../../../ui/l10n.ts";
import { decode } from "./decode.ts";
import { type Pixels, pixelDifference } from "./pixelDifference.ts";
import { widthOf } from "./widthOf.ts";
import type { Zoom } from "./zoom.ts";

interface Props {
  readonly image: ImagePreview;
  readonly base: ImagePreview;
  readonly zoom: Zoom;
  onScroll(event: Event & { readonly currentTarget: HTMLElement }): void;
}

interface Found {
  readonly words: string;
  /** Null where there is nothing to draw. */
  readonly width: number | null;
}

/** Where an image differs from another: black where it does not, brightest where it differs most. */
export function Difference({ image, base, zoom, onScroll }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let late = false;
    void Promise.all([decode(base), decode(image)]).then(([before, after]) => {
      if (!late && canvas.current !== null) setFound(draw(canvas.current, before, after));
    });
    return () => {
      late = true;
    };
  }, [image, base]);
  const isDrawn = found !== null && found.width !== null;
  return (
    <>
      <div
        class={zoom === "fit" ? "image-scroll fit" : "image-scroll"}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
        tabIndex={0}
        hidden={!isDrawn}
        onScroll={onScroll}
      >
        <canvas ref={canvas} role="img" aria-label={found?.words ?? ""} style={widthOf(found?.width ?? null, zoom)} />
      </div>
      <p class="image-fact dim">{found?.words ?? " "}</p>
    </>
  );
}

function draw(canvas: HTMLCanvasElement, before: Pixels | null, after: Pixels | null): Found {
  if (before === null || after === null) {
    return { words: t("An image cannot be decoded or has more than 16 megapixels."), width: null };
  }
  const { width, height } = after;
  if (before.width !== width || before.height !== height) {
    return { words: t("The sizes differ: {0} and {1}.", sizeOf(before), sizeOf(after)), width: null };
  }
  const { data, changed, greatest } = pixelDifference(before.data, after.data);
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")?.putImageData(new ImageData(data, width, height), 0, 0);
  return { words: wordsOf(changed, width * height, greatest), width };
}

function wordsOf(changed: number, all: number, greatest: number): string {
  if (changed === 0) return t("No pixel differs.");
  const share = Number(((changed / all) * 100).toPrecision(2));
  return t("{0} pixels differ ({1} %), by {2} of 255 at most.", count(changed), share, greatest);
}

function sizeOf({ width, height }: Pixels): string {
  return `${width} × ${height}`;
}
