import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { partsFolder } from "./folders.ts";
import { withLock } from "./lock.ts";
import { npmInstall } from "./npm.ts";
import { type PartName, parts } from "./parts.ts";

/** What turns the installed package of a part into something usable; gets the folder that holds node_modules. */
export type Finish = (folder: string) => Promise<void>;

function removeLeftovers(prefix: string): void {
  for (const name of readdirSync(partsFolder)) {
    if (name.startsWith(prefix)) rmSync(join(partsFolder, name), { recursive: true, force: true });
  }
}

/** A part is made beside its place and renamed at the end, so that an interrupted install is never taken for whole. */
async function make(name: PartName, target: string, finish: Finish): Promise<void> {
  const part = parts[name];
  const started = Date.now();
  const prefix = `making-${name}-`;
  removeLeftovers(prefix);
  const temporary = join(partsFolder, `${prefix}${process.pid}`);
  mkdirSync(temporary);
  console.log(`Installing ${part.package}@${part.version} into .vscode-test`);
  await npmInstall(temporary, [`${part.package}@${part.version}`]);
  await finish(temporary);
  renameSync(temporary, target);
  console.log(`Installed ${part.package}@${part.version} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** The folder of a part, installed first when it is not there. Safe to call again and from several processes. */
export async function installPart(name: PartName, finish: Finish = async () => {}): Promise<string> {
  const target = join(partsFolder, `${name}-${parts[name].version}`);
  if (existsSync(target)) return target;
  mkdirSync(partsFolder, { recursive: true });
  await withLock(join(partsFolder, `${name}.lock`), async () => {
    if (!existsSync(target)) await make(name, target, finish);
  });
  return target;
}
