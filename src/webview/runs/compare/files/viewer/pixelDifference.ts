/** Pixels as canvases hold them: red, green, blue, alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

export interface PixelDifference {
  /** The differences of red, green and blue, stretched so that the greatest is 255; opaque. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  /** Pixels that differ in colour or opacity. */
  readonly changed: number;
  /** The greatest difference of any channel, 0 to 255. */
  readonly greatest: number;
}

/** How two images of one size differ, pixel by pixel. */
export function pixelDifference(a: Uint8ClampedArray, b: Uint8ClampedArray): PixelDifference {
  const data = new Uint8ClampedArray(a.length);
  let changed = 0;
  let greatest = 0;
  for (let at = 0; at < a.length; at += 4) {
    const most = differencesAt(a, b, data, at);
    if (most > 0) changed++;
    if (most > greatest) greatest = most;
  }
  stretch(data, greatest);
  return { data, changed, greatest };
}

/** Writes a pixel's differences; an opacity that differs shows in all three. */
function differencesAt(a: Uint8ClampedArray, b: Uint8ClampedArray, into: Uint8ClampedArray, at: number): number {
  const opacity = Math.abs((a[at + 3] ?? 0) - (b[at + 3] ?? 0));
  let most = opacity;
  for (let channel = at; channel < at + 3; channel++) {
    const difference = Math.max(opacity, Math.abs((a[channel] ?? 0) - (b[channel] ?? 0)));
    into[channel] = difference;
    if (difference > most) most = difference;
  }
  return most;
}

function stretch(data: Uint8ClampedArray, greatest: number): void {
  const factor = greatest === 0 ? 0 : 255 / greatest;
  for (let at = 0; at < data.length; at++) data[at] = at % 4 === 3 ? 255 : (data[at] ?? 0) * factor;
}
