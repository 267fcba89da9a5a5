import path from "node:path";
import { isWithin } from "../disk/within.ts";
import type { Session } from "./session.ts";

/** Has what lies at some paths read again, whether or not it is followed; what verifies later is told of it. */
export async function noteChanged(sessions: readonly Session[], paths: readonly string[]): Promise<void> {
  await Promise.all(paths.map((changed) => noteOne(sessions, changed)));
}

async function noteOne(sessions: readonly Session[], changed: string): Promise<void> {
  const owner = sessions.find(({ index }) => isWithin(index.ref.key, changed));
  // Files beside the stores are held against the runs.
  if (owner === undefined) return sessions[0]?.touched.add("", []);
  const segments = path.relative(owner.index.ref.key, changed).split(path.sep);
  const experiment = segments.splice(0, segments[0] === ".trash" ? 2 : 1).join("/");
  const [run = ""] = segments;
  const isOfRun = owner.index.folder(experiment)?.runs.includes(run) === true;
  await (isOfRun ? owner.reread(experiment, run) : owner.refresh());
}
