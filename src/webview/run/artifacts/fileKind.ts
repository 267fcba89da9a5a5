import type { IconName } from "../../ui/iconPaths.ts";

const IMAGE = /\.(png|jpe?g|gif|webp|bmp|svg)$/i;
const TABLE = /\.(csv|tsv)$/i;

/** The picture beside a file's name; a guess by the name, nothing depends on it. */
export function iconOf(name: string): IconName {
  if (IMAGE.test(name)) return "image";
  return TABLE.test(name) ? "table" : "file";
}
