import { Uri } from "vscode";
import type { RunsTab } from "../../protocol/runs.ts";

/** A tab's picture beside the title of its editor. */
export function iconOf(extension: Uri, tab: RunsTab): { light: Uri; dark: Uri } {
  const name = tab === "compare" ? "compare" : "table";
  return {
    light: Uri.joinPath(extension, "media", `${name}-light.svg`),
    dark: Uri.joinPath(extension, "media", `${name}-dark.svg`),
  };
}
