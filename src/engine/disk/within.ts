import nodePath, { type PlatformPath } from "node:path";

/**
 * Whether a path is a root or lies below it, compared segment by segment (on Windows without regard to case and with
 * `\\?\` taken off). Both must be absolute; links are the caller's to resolve.
 */
export function isWithin(root: string, candidate: string, path: PlatformPath = nodePath): boolean {
  const from = plain(root, path);
  const to = plain(candidate, path);
  if (!path.isAbsolute(from) || !path.isAbsolute(to)) return false;
  const relative = path.relative(from, to);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** Windows' long form of a path (`\\?\C:\…`, `\\?\UNC\server\…`) in its usual one. */
function plain(file: string, path: PlatformPath): string {
  if (path.sep === "/") return file;
  return file.replace(/^\\\\\?\\UNC\\/i, "\\\\").replace(/^\\\\\?\\/, "");
}
