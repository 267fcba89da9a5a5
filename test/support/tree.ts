import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

/** Everything below a folder by its path: files as hex digits, links by where they lead, folders by a slash. Git's own is left out. */
export function treeOf(folder: string, below = ""): Map<string, string> {
  const tree = new Map<string, string>();
  for (const name of readdirSync(join(folder, below)).sort()) {
    if (name === ".git" && below === "") continue;
    const path = below === "" ? name : `${below}/${name}`;
    const stat = lstatSync(join(folder, path));
    if (stat.isSymbolicLink()) tree.set(path, `-> ${readlinkSync(join(folder, path))}`);
    else if (stat.isFile()) tree.set(path, readFileSync(join(folder, path)).toString("hex"));
    else if (stat.isDirectory()) {
      tree.set(path, "/");
      for (const [inner, what] of treeOf(folder, path)) tree.set(inner, what);
    }
  }
  return tree;
}

/** Paths at which two trees differ. */
export function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}
