import { alignFiles, type ShownFile } from "../../core/compare/alignFiles.ts";
import type { ComparedFiles, FileContents, OwnedFile } from "../../core/model/comparedFiles.ts";
import type { RunRef } from "../../core/model/run.ts";
import type { ArtifactOwner } from "../../core/model/views.ts";
import { contentsOf } from "../disk/contents.ts";
import type { Session } from "../indexing/session.ts";
import type { ArtifactAnswers } from "./artifactAnswers.ts";

/** Files listed of all runs together, shared out among them. */
const MOST_FILES = 50_000;
const LEAST_OF_RUN = 100;

/** A folder of files, and below which name they are shown. */
interface Source {
  readonly owner: ArtifactOwner;
  readonly prefix: string;
  readonly model?: string;
}

/** The files of runs of any stores, and of the models they made, by path. */
export async function comparedFiles(
  refs: readonly RunRef[],
  artifacts: ArtifactAnswers,
  sessionOf: (store: string) => Session | null,
): Promise<ComparedFiles> {
  const share = Math.max(LEAST_OF_RUN, Math.floor(MOST_FILES / Math.max(refs.length, 1)));
  const lists: ShownFile[][] = [];
  const reasons: (string | null)[] = [];
  let cut = false;
  for (const ref of refs) {
    const files: ShownFile[] = [];
    const folders = await sourcesOf(ref, sessionOf(ref.store));
    const found: (string | null)[] = [];
    for (const source of folders) {
      const { reason, isCut } = await gather(source, artifacts, files, share);
      found.push(reason);
      cut ||= isCut;
    }
    lists.push(files);
    reasons.push(files.length > 0 ? null : (found[0] ?? null));
  }
  return { rows: alignFiles(lists), reasons, cut };
}

/** Which files at one path hold the same bytes; one number a run asked for. */
export async function fileContents(files: readonly OwnedFile[], artifacts: ArtifactAnswers): Promise<FileContents> {
  const located = await Promise.all(files.map(({ owner, path }) => artifacts.locate(owner, path)));
  return contentsOf(located.map((found) => (found === null || found.isFolder ? null : found.file)));
}

async function sourcesOf(ref: RunRef, session: Session | null): Promise<readonly Source[]> {
  const own: Source = { owner: { kind: "run", ref }, prefix: "" };
  const detail = await session?.detail(ref.experiment, ref.run);
  if (!session || !detail) return [own];
  const ids = new Set(detail.modelOutputs.map(({ modelId }) => modelId));
  const models = session.index.contents.loggedModels.filter(
    (model) => ids.has(model.id) || model.sourceRunId === detail.info.id,
  );
  return [
    own,
    ...models.map(
      (model): Source => ({
        owner: { kind: "model", store: ref.store, modelId: model.id },
        prefix: `${model.name || model.id}/`,
        model: model.id,
      }),
    ),
  ];
}

async function gather(
  { owner, prefix, model }: Source,
  artifacts: ArtifactAnswers,
  into: ShownFile[],
  most: number,
): Promise<{ readonly reason: string | null; readonly isCut: boolean }> {
  const walk = await artifacts.walk(owner);
  if (walk.files === null) return { reason: walk.reason, isCut: false };
  for await (const { path, size } of walk.files) {
    if (into.length >= most) return { reason: null, isCut: true };
    into.push({ shown: `${prefix}${path}`, path, size, ...(model === undefined ? {} : { model }) });
  }
  return { reason: null, isCut: false };
}
