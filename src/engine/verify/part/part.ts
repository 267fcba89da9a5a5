import type { Experiment } from "../../../core/model/experiment.ts";
import type { ForeignAddress } from "../../../core/verify/artifacts/addresses.ts";
import type { RunSummary } from "../../../core/verify/facts/runSummary.ts";
import type { FoundPlace, VerifySettings } from "../../../core/verify/settings.ts";
import type { Sifted } from "../../../core/verify/sifted.ts";
import type { NotKept } from "../artifacts/runArtifacts.ts";
import type { AskedRun } from "../git/gitRuns.ts";

/** How some runs of one experiment are verified; it can be sent to a thread. */
export interface PartRequest {
  readonly settings: VerifySettings;
  readonly place: FoundPlace;
  readonly experiment: Pick<Experiment, "id" | "readable">;
  /** Absolute paths of databases verified together with the store: they may know runs whose artifacts are in it. */
  readonly databases: readonly string[];
  /** Whether Git is to be asked of the runs. */
  readonly isGitAsked: boolean;
}

/** What came of it: findings, and what must be known of each run when all have been looked at. It can be sent back. */
export interface VerifiedPart {
  readonly experiment: string;
  readonly sifted: Sifted;
  readonly runs: readonly RunSummary[];
  /** What Git is to be asked of each of them; empty where it is not. */
  readonly asked: readonly AskedRun[];
  readonly addresses: readonly ForeignAddress[];
  readonly notKept: readonly NotKept[];
  /** Folders of models, or of all artifacts, that were looked at, as paths below the store. */
  readonly models: readonly string[];
  /** Folders below the store with artifacts alone, whose run is a database's: there, or lost from it. They are no runs. */
  readonly ofDatabase: readonly string[];
  readonly lost: readonly string[];
}
