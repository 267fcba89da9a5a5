import { loggedArtifactPaths } from "../../../core/artifacts/loggedArtifacts.ts";
import { loggedModelPaths } from "../../../core/artifacts/modelHistory.ts";
import { pathSegments } from "../../../core/artifacts/segments.ts";
import { sourceCode } from "../../../core/model/sourceCode.ts";
import { type KeyValue, textOf } from "../../../core/model/text.ts";
import type { RunSummary } from "../../../core/verify/facts/runSummary.ts";

/** What of a run Git is to be asked about. */
export interface AskedRun {
  readonly experiment: string;
  readonly run: string;
  readonly id: string;
  /** Its folder below the store; empty in a database. */
  readonly file: string;
  readonly artifactUri: string;
  /** Full hash in lower case; null where none was logged. */
  readonly commit: string | null;
  /** Address of the repository, where it was logged. */
  readonly repository: string | null;
  /** Files that it says it logged, below its artifacts. */
  readonly logged: readonly string[];
}

const HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const NOTHING: readonly string[] = [];

export function askedRun({ experiment, run, id, file, artifactUri }: RunSummary, tags: readonly KeyValue[]): AskedRun {
  const commit = sourceCode(tags).commit.trim().toLowerCase();
  const repository = textOf(tags, "mlflow.source.git.repoURL") ?? textOf(tags, "mlflow.gitRepoURL");
  const models = loggedModelPaths(tags).map((path) => `${path}/MLmodel`);
  const logged = [...models, ...loggedArtifactPaths(tags)].filter((path) => pathSegments(path, false) !== null);
  return {
    ...{ experiment, run, id, file, artifactUri },
    commit: HASH.test(commit) ? commit : null,
    repository: repository?.trim() || null,
    logged: logged.length === 0 ? NOTHING : logged,
  };
}
