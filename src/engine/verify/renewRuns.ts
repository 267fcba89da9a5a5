import type { Standing } from "../../core/verify/standing.ts";
import type { Session } from "../indexing/session.ts";
import { portionsOf } from "./portions.ts";
import type { VerifyRequest } from "./request.ts";
import { verifyExperiments, verifyRuns } from "./verifySome.ts";

/** Verifies the touched runs of a file store and its experiments' own files; what is left when it is aborted stays touched. */
export async function renewRuns(
  session: Session,
  standing: Standing,
  request: VerifyRequest,
  signal: AbortSignal,
): Promise<void> {
  const { ref, folders } = session.index;
  const { runs } = session.touched.take();
  standing.replaceExperiments(ref.key, ref.base, await verifyExperiments(ref, folders, request));
  for (const part of portionsOf(folders, runs)) {
    const { folder } = part.experiment;
    if (signal.aborted) {
      session.touched.add(folder, part.runs);
      continue;
    }
    const some = new Set(part.runs);
    const isRenewed = (experiment: string, run: string): boolean => experiment === folder && some.has(run);
    standing.replaceRuns(ref.key, ref.base, isRenewed, await verifyRuns(ref, [part], request));
  }
  const isGone = (of: string, run: string): boolean => session.index.folder(of)?.runs.includes(run) !== true;
  standing.replaceRuns(ref.key, ref.base, isGone, []);
}
