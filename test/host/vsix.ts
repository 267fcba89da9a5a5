import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./folders.ts";
import { installPart } from "./install.ts";
import { hasLinuxParts, nodeFolder } from "./node.ts";
import { withFirstOnPath } from "./npm.ts";
import { runOrThrow } from "./processes.ts";

export interface Vsix {
  path: string;
  bytes: number;
  /** Paths inside, without the two files that the format itself adds. */
  files: string[];
}

interface Manifest {
  name: string;
  version: string;
}

/** vsce wants Node 22: the one among the parts where there is one, else the running one. */
async function vsceRunner() {
  const script = join(await installPart("vsce"), "node_modules/@vscode/vsce/vsce");
  const folder = hasLinuxParts ? await nodeFolder("node24") : undefined;
  const node = folder === undefined ? process.execPath : join(folder, "node");
  const options = { cwd: projectRoot, env: withFirstOnPath(folder, process.env) };
  return (...args: string[]) => runOrThrow(node, [script, ...args], options);
}

/** Makes the package from the production build; what goes in is package.json's `files` and nothing else. */
export async function makeVsix(): Promise<Vsix> {
  const manifest = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as Manifest;
  const path = join(projectRoot, `${manifest.name}-${manifest.version}.vsix`);
  const vsce = await vsceRunner();
  await vsce(
    "package",
    "--no-dependencies",
    "--allow-missing-repository",
    "--no-rewrite-relative-links",
    "--skip-license",
    "--out",
    path,
  );
  const listed = await vsce("ls", "--no-dependencies");
  const files = listed.split("\n").filter((line) => line !== "" && !line.startsWith(" ") && !line.startsWith(">"));
  return { path, bytes: statSync(path).size, files };
}
