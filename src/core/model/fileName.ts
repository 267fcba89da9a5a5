import { visibleText } from "./visibleText.ts";

const MOST = 80;

/** Names that Windows keeps for devices. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A name for a file from a text of any kind: no separators, nothing hidden, no dot in front, not longer than 80
 * characters and its extension, which is kept.
 */
export function fileName(text: string, extension: string): string {
  const plain = visibleText(text)
    .replace(/[\\/:*?"<>|{}]+/g, "-")
    .replace(/\s+/g, " ");
  const short = [...plain]
    .slice(0, MOST)
    .join("")
    .replace(/^[. -]+|[. -]+$/g, "");
  const name = short === "" || DEVICES.test(short) ? `chart ${short}`.trim() : short;
  return `${name}.${extension}`;
}
