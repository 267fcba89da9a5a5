import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { EditRefused } from "../../core/files/runEdit.ts";
import { isSameBytes } from "../../core/verify/fix/lines.ts";
import type {
  MendDone,
  MendedFile,
  MendedFolder,
  MendOutcome,
  MendPlan,
  MendRefused,
} from "../../core/verify/fix/plan.ts";
import { replaceFile } from "../disk/replaceFile.ts";
import { kindAt, placeBelow } from "./place.ts";
import { runOf } from "./runOf.ts";

/** Does what was planned, each file whole or not at all; one that is not as it was when it was planned is left alone. */
export async function applyMend(base: string, plan: MendPlan): Promise<MendOutcome> {
  const done: MendDone[] = [];
  const refused: MendRefused[] = [];
  const attempt = async (name: string, titles: readonly string[], work: () => Promise<void>): Promise<void> => {
    try {
      await work();
      done.push({ path: name, titles });
    } catch (error) {
      const reason =
        error instanceof EditRefused ? error.reason : `It could not be written: ${(error as Error).message}.`;
      refused.push({ path: name, reason });
    }
  };
  for (const folder of plan.folders) await attempt(folder.path, [folder.title], () => makeFolder(base, folder));
  for (const file of plan.files) await attempt(file.path, file.titles, () => changeFile(base, file));
  return { done, refused };
}

async function makeFolder(base: string, { path: name, root }: MendedFolder): Promise<void> {
  const place = await placeBelow(root, path.resolve(base, name));
  if ((await kindAt(place)) === null) await mkdir(place);
}

async function changeFile(base: string, { path: name, root, before, after }: MendedFile): Promise<void> {
  const given = path.resolve(base, name);
  const place = await placeBelow(root, given);
  const found = await kindAt(place);
  const now = found?.kind === "file" ? new Uint8Array(await readFile(place)) : null;
  const isAsPlanned = before === null || now === null ? found === null && before === null : isSameBytes(before, now);
  if (!isAsPlanned) throw new EditRefused("It changed meanwhile and was left alone: verify again.");
  if (after === null) await rm(place);
  else {
    const mode = found?.kind === "file" ? found.mode : null;
    await replaceFile(place, after, { folder: besideValues(root, given), mode });
  }
}

/** The run's own folder for its files, where nothing is taken for a value; else the file's. */
function besideValues(root: string, file: string): string {
  const run = runOf(root, file);
  return run === null ? path.dirname(file) : path.join(root, run.experiment, run.run);
}
