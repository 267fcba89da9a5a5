import path from "node:path";

/** The run that a file of a store belongs to, by its place; null for any other. */
export function runOf(store: string, file: string): { readonly experiment: string; readonly run: string } | null {
  const below = path.relative(store, file).replaceAll("\\", "/");
  const [, experiment, run] = /^((?:\.trash\/)?[^/.][^/]*)\/([^/]+)\//.exec(below) ?? [];
  const isRun = experiment !== undefined && experiment !== "models" && run !== undefined && !RESERVED.has(run);
  return isRun ? { experiment, run } : null;
}

/** Folders of an experiment that are no runs. */
const RESERVED = new Set(["tags", "datasets", "models", "traces"]);
