import type { Bytes } from "./scan.ts";

/** What Node's Buffer offers beyond Uint8Array: several times quicker than TextDecoder for short texts. */
interface FastBytes extends Uint8Array {
  utf8Slice?(start: number, end: number): string;
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The UTF-8 text of `data[start, end)`; bytes that are none become U+FFFD. */
export function decode(data: Uint8Array, start: number, end: number): string {
  const fast = data as FastBytes;
  return fast.utf8Slice ? fast.utf8Slice(start, end) : decoder.decode(data.subarray(start, end));
}

const REPLACEMENT = [0xef, 0xbf, 0xbd];

/** Whether a text decoded from these bytes lost something: it holds U+FFFD more often than the bytes spell it. */
export function isLossy(text: string, file: Bytes): boolean {
  if (!text.includes("\ufffd")) return false;
  let spelt = 0;
  for (let i = file.start; i + 2 < file.end; i++) {
    if (REPLACEMENT.every((byte, k) => file.data[i + k] === byte)) spelt++;
  }
  return text.split("\ufffd").length - 1 > spelt;
}

const LFS = "version https://git-lfs.github.com/spec/";

/** Why a text is not what was logged, though it reads well: Git left something else in its place. */
export function gitLeftover(text: string): { readonly code: "lfs-pointer" | "conflict"; readonly line: number } | null {
  if (text.startsWith(LFS)) return { code: "lfs-pointer", line: 1 };
  if (!text.includes("<<<<<<<")) return null;
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => line.startsWith("<<<<<<< "));
  const whole =
    first >= 0 && lines.some((line) => line === "=======") && lines.some((line) => line.startsWith(">>>>>>> "));
  return whole ? { code: "conflict", line: first + 1 } : null;
}

export function leftoverReason(code: "lfs-pointer" | "conflict"): string {
  return code === "conflict"
    ? "holds unresolved merge conflict markers: resolve the conflict"
    : "is a Git LFS pointer, not the file itself: run `git lfs pull`";
}
