import { delimiter } from "node:path";
import { runOrThrow } from "./processes.ts";

/** The user's own npm settings stay; what `npm test` says of this project does not, or npm would install into it. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(npm_package_|npm_lifecycle_|npm_config_local_prefix$|npm_command$|INIT_CWD$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

export function withFirstOnPath(folder: string | undefined, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if (folder === undefined) return environment;
  return { ...environment, PATH: `${folder}${delimiter}${environment.PATH ?? ""}` };
}

/**
 * `npm install` in a folder, with the ordinary client and no install scripts.
 * @param nodeFolder where the Node that npm shall run with lies, when it must be another one
 */
export async function npmInstall(folder: string, args: readonly string[], nodeFolder?: string): Promise<void> {
  const all = [
    "install",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    "--prefix",
    folder,
    ...args,
  ];
  const env = withFirstOnPath(nodeFolder, cleanEnvironment());
  await runOrThrow("npm", all, { cwd: folder, env, shell: process.platform === "win32" });
}
