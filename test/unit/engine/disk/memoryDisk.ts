import type { PlatformPath } from "node:path";
import type { Entry } from "../../../../src/core/files/scan.ts";
import type { ArtifactDisk } from "../../../../src/engine/disk/artifactDisk.ts";

/** A disk of files in memory with the rules of a system that the test does not run on; Windows' knows no case. */
export function memoryDisk(path: PlatformPath, files: readonly string[]): ArtifactDisk & { readonly asked: string[] } {
  const asked: string[] = [];
  const fold = (file: string): string => (path.sep === "\\" ? file.replace(/^\\\\\?\\/, "").toLowerCase() : file);
  const known = new Map<string, { readonly real: string; readonly file: boolean }>();
  for (const file of files) {
    for (let at = file; path.dirname(at) !== at; at = path.dirname(at))
      known.set(fold(at), { real: at, file: at === file });
  }
  const find = (file: string) => {
    asked.push(file);
    return known.get(fold(path.resolve(file))) ?? null;
  };
  return {
    path,
    asked,
    list: async (folder) => {
      const parent = find(folder);
      if (parent === null || parent.file) throw Object.assign(new Error(folder), { code: "ENOTDIR" });
      const children = [...known.values()].filter((entry) => fold(path.dirname(entry.real)) === fold(parent.real));
      return children.map(({ real, file }): Entry => ({ name: path.basename(real), kind: file ? "file" : "folder" }));
    },
    stamp: async (file) => {
      const found = find(file);
      return found && { kind: found.file ? "file" : "folder", size: 1 };
    },
    realpath: async (file) => find(file)?.real ?? null,
    read: async () => ({ data: new Uint8Array(), cut: false }),
  };
}
