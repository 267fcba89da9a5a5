import { mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LFS_POINTER } from "./edits.ts";
import type { DatabaseDamage } from "./types.ts";

/** Bytes without a pattern, the same in every run. */
function noise(length: number): Uint8Array {
  let state = 0x9e3779b9;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

const BROKEN = /database|sqlite|malformed|corrupt|encrypted|empty/i;

export const databaseDamages: readonly DatabaseDamage[] = [
  { name: "database of zero bytes", apply: (file) => writeFileSync(file, ""), reason: BROKEN },
  {
    name: "database cut in the middle",
    apply: (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
    reason: BROKEN,
  },
  { name: "database cut within its header", apply: (file) => truncateSync(file, 60), reason: BROKEN },
  { name: "database encrypted", apply: (file) => writeFileSync(file, noise(65_536)), reason: BROKEN },
  {
    name: "database with a good header and noise behind",
    apply: (file) => {
      const bytes = readFileSync(file);
      bytes.set(noise(bytes.length - 100), 100);
      writeFileSync(file, bytes);
    },
    reason: BROKEN,
  },
  { name: "database an LFS pointer", apply: (file) => writeFileSync(file, LFS_POINTER), reason: /LFS|database/i },
  {
    name: "database a folder",
    apply: (file) => {
      rmSync(file);
      mkdirSync(join(file, "inside"), { recursive: true });
    },
    reason: /./,
  },
];
