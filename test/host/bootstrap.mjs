// Makes a fresh clone able to run the test programs: dependencies, then those programs' own build, then the program.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

function packagesOf(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, "utf8")).packages : {};
}

/** True when node_modules holds what package-lock.json names; other platforms' optional packages may be absent. */
function dependenciesAreCurrent() {
  const installed = packagesOf(join(root, "node_modules/.package-lock.json"));
  return Object.entries(packagesOf(join(root, "package-lock.json")))
    .filter(([name, wanted]) => name !== "" && (!wanted.optional || name in installed))
    .every(([name, wanted]) => installed[name]?.version === wanted.version);
}

function runOrExit(command, args, options) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (status !== 0) process.exit(status ?? 1);
}

/** Runs out/host/NAME.js with this process's arguments. */
export function handOver(name) {
  process.chdir(root);
  if (!dependenciesAreCurrent()) runOrExit("npm", ["ci"], { shell: process.platform === "win32" });
  runOrExit(process.execPath, ["esbuild.mjs", "--host"]);
  createRequire(import.meta.url)(join(root, "out/host", `${name}.js`));
}
