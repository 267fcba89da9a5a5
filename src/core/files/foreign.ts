const FOREIGN = new Set([
  ".gitkeep",
  ".keep",
  ".gitignore",
  ".gitattributes",
  ".DS_Store",
  "Thumbs.db",
  "desktop.ini",
  ".ipynb_checkpoints",
  ".git",
]);

/** Files that tools and people leave in any folder; never a param, metric, tag or run, and no problem. */
export function isForeign(name: string): boolean {
  return FOREIGN.has(name) || name.startsWith("._");
}
