import { existsSync } from "node:fs";
import path from "node:path";

/**
 * Which of the arguments of a comparison are runs, and which is the path: the last one is, where two come before it and
 * it is a URI or names a file or folder that is there and no run's id (32 hexadecimal digits, as run folders are called).
 */
export function comparePlace(given: readonly string[], cwd: string): { runs: readonly string[]; path: string } {
  const last = given.at(-1) ?? "";
  const isPath =
    /^[a-z][a-z0-9+.-]+:/i.test(last) || (!/^[0-9a-f]{32}$/i.test(last) && existsSync(path.resolve(cwd, last)));
  return isPath && given.length > 2 ? { runs: given.slice(0, -1), path: last } : { runs: given, path: "." };
}
