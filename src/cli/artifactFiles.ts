import type { Problem } from "../core/model/problem.ts";
import type { RunInfo } from "../core/model/run.ts";
import { byText } from "../core/model/text.ts";
import type { ArtifactJson } from "../core/rest/run.ts";
import type { OpenStore } from "./openStores.ts";
import { syncDisk } from "./syncDisk.ts";

export interface ArtifactFiles {
  /** Absolute path of the folder; null where none was found. */
  readonly folder: string | null;
  /** Why there are none; null where there is a folder. */
  readonly reason: string | null;
  /** Every file, sorted by path. */
  readonly files: readonly ArtifactJson[];
  readonly problems: readonly Problem[];
}

/** Every file of a run's artifacts, where they are found in this workspace. */
export async function artifactFiles(store: OpenStore, run: RunInfo): Promise<ArtifactFiles> {
  const home = store.ref.kind === "file" ? `${run.experiment}/${run.folder}` : null;
  const { folder, reason } = await store.artifacts.locate({ home, uri: run.artifactUri, id: run.id });
  const files: ArtifactJson[] = [];
  const problems: Problem[] = [];
  if (folder !== null) {
    const { walkArtifacts } = await import("../engine/disk/artifacts.ts");
    const below = home === null ? "" : `${home}/artifacts/`;
    const found = walkArtifacts(folder, (fault) => problems.push({ ...fault, file: below + fault.file }), syncDisk);
    for await (const { path, size } of found) files.push({ path, is_dir: false, file_size: size });
  }
  return { folder, reason, files: files.sort((a, b) => byText(a.path, b.path)), problems };
}
