import { readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { isWithin } from "../disk/within.ts";

/** Names of a compose file, as Docker prefers them, and of what is put on top of it. */
const NAMES = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];
const OVERRIDES = [
  "compose.override.yml",
  "compose.override.yaml",
  "docker-compose.override.yml",
  "docker-compose.override.yaml",
];
/** The folders of a repository where compose files are kept. */
const FOLDERS = ["", "docker", "deployment", "deploy", "infra", "mlflow"];

/** A compose file and what stands beside it; absolute paths. */
export interface ComposeText {
  readonly path: string;
  readonly text: string;
  readonly override: { readonly path: string; readonly text: string } | null;
  /** The text of `.env`, from which variables are filled. */
  readonly variables: string;
}

/**
 * The compose files of a repository's folder: of each of its folders the one that Docker takes, or the one configured,
 * relative to the folder. Nothing outside the folder is read.
 */
export async function composeFiles(folder: string, configured: string): Promise<readonly ComposeText[]> {
  const places =
    configured === ""
      ? FOLDERS.map((sub) => NAMES.map((name) => path.join(folder, sub, name)))
      : [[path.resolve(folder, configured)]];
  const found: ComposeText[] = [];
  for (const names of places) {
    const file = await firstText(names, configured === "" ? folder : null);
    if (file === null) continue;
    const beside = path.dirname(file.path);
    const isOwnName = NAMES.includes(path.basename(file.path));
    found.push({
      ...file,
      override: isOwnName
        ? await firstText(
            OVERRIDES.map((name) => path.join(beside, name)),
            folder,
          )
        : null,
      variables: (await textWithin(folder, path.join(beside, ".env"), SMALL)) ?? "",
    });
  }
  return found;
}

async function firstText(
  files: readonly string[],
  within: string | null,
): Promise<{ path: string; text: string } | null> {
  for (const file of files) {
    const text = await textWithin(within ?? path.dirname(file), file);
    if (text !== null) return { path: file, text };
  }
  return null;
}

/** More than anybody writes by hand, in bytes: into a compose file, and into what belongs to one. */
const LIMIT = 1 << 20;
export const SMALL = 1 << 16;

/** The text of a short file that lies in a folder, links followed; null where there is none. */
export async function textWithin(folder: string, file: string, limit = LIMIT): Promise<string | null> {
  try {
    const [root, real] = await Promise.all([realpath(folder), realpath(file)]);
    const stats = await stat(real);
    if (!isWithin(root, real) || !stats.isFile() || stats.size > limit) return null;
    return await readFile(real, "utf8");
  } catch {
    return null;
  }
}
