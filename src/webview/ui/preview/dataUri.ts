/** Bytes given to `String.fromCharCode` at once: more would not fit on the stack. */
const CHUNK = 0x8000;

/** An image's bytes as an address that the content security policy allows. */
export function dataUri(mediaType: string, bytes: Uint8Array): string {
  let binary = "";
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return `data:${mediaType};base64,${btoa(binary)}`;
}
