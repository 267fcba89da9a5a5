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

/** What these names begin with. */
const DOT = 46;
const CAPITAL_T = 84;
const SMALL_D = 100;

/** Files that tools and people leave in any folder; never a param, metric, tag or run, and no problem. */
export function isForeign(name: string): boolean {
  const first = name.charCodeAt(0);
  // Asked of every file: most begin otherwise.
  if (first !== DOT && first !== CAPITAL_T && first !== SMALL_D) return false;
  return FOREIGN.has(name) || name.startsWith("._");
}
