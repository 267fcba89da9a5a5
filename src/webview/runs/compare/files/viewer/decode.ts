import type { ImagePreview } from "../../../../../core/artifacts/preview.ts";
import type { Pixels } from "./pixelDifference.ts";

/** Larger images are not compared pixel by pixel. */
export const MOST_PIXELS = 16 << 20;

/** An image's pixels; null where it cannot be decoded or is larger than 16 megapixels. */
export async function decode({ mediaType, bytes }: ImagePreview): Promise<Pixels | null> {
  const bitmap = await bitmapOf(mediaType, bytes);
  if (bitmap === null) return null;
  const { width, height } = bitmap;
  try {
    if (width * height > MOST_PIXELS || width === 0 || height === 0) return null;
    const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
    if (context === null) return null;
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, width, height);
  } finally {
    bitmap.close();
  }
}

async function bitmapOf(mediaType: string, bytes: Uint8Array): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(new Blob([bytes.slice()], { type: mediaType }));
  } catch {
    return null;
  }
}
