import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { partsFolder, projectRoot } from "./folders.ts";

/**
 * The project under another name. VS Code takes every theme below the folder of an extension under development for that
 * extension's own and shows it; its own themes lie there, since the server does, and no setting would choose among them.
 */
export function extensionFolder(): string {
  const link = join(partsFolder, "extension");
  mkdirSync(partsFolder, { recursive: true });
  if (!existsSync(link)) symlinkSync(projectRoot, link);
  return link;
}
