import type { ImagePreview } from "./preview.ts";

type Format = ImagePreview["mediaType"] | "archive" | null;

interface Signature {
  readonly format: Exclude<Format, null>;
  /** -1 stands for any byte. */
  readonly bytes: readonly number[];
}

const ANY = -1;

const SIGNATURES: readonly Signature[] = [
  { format: "image/png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { format: "image/jpeg", bytes: [0xff, 0xd8, 0xff] },
  { format: "image/gif", bytes: [0x47, 0x49, 0x46, 0x38, ANY, 0x61] },
  { format: "image/webp", bytes: [0x52, 0x49, 0x46, 0x46, ANY, ANY, ANY, ANY, 0x57, 0x45, 0x42, 0x50] },
  // "BM", the size, then two reserved words that are zero: "BM" alone begins many a text.
  { format: "image/bmp", bytes: [0x42, 0x4d, ANY, ANY, ANY, ANY, 0, 0, 0, 0] },
  { format: "archive", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: "archive", bytes: [0x50, 0x4b, 0x05, 0x06] },
  { format: "archive", bytes: [0x1f, 0x8b] },
  // Pickle protocols 2 to 5.
  ...[2, 3, 4, 5].map((protocol): Signature => ({ format: "archive", bytes: [0x80, protocol] })),
];

/** What the first bytes say a file is, whatever its name says; null where they say nothing. */
export function sniffFormat(bytes: Uint8Array): Format {
  const found = SIGNATURES.find((signature) =>
    signature.bytes.every((expected, at) => (expected === ANY ? at < bytes.length : bytes[at] === expected)),
  );
  return found?.format ?? null;
}

/** Whether bytes cannot be read as text; where the file was cut, half a character at its end is no fault. */
export function isBinary(bytes: Uint8Array, cut: boolean): boolean {
  if (bytes.includes(0)) return true;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: cut });
    return false;
  } catch {
    return true;
  }
}
