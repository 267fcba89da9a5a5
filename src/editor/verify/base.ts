import nodePath, { type PlatformPath } from "node:path";

/** The folder that all of some folders lie in, themselves perhaps; the first where they share none. */
export function sharedFolder(folders: readonly string[], path: PlatformPath = nodePath): string | null {
  const [first, ...rest] = folders;
  if (first === undefined) return null;
  const contains = (parent: string) => (folder: string) => {
    const relative = path.relative(parent, folder);
    return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
  };
  for (let parent = first; ; parent = path.dirname(parent)) {
    if (rest.every(contains(parent))) return parent;
    if (parent === path.dirname(parent)) return first;
  }
}
