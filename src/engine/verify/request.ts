import type { RuleId } from "../../core/model/finding.ts";
import type { Level } from "../../core/verify/rule.ts";
import type { Target } from "../../core/verify/target.ts";
import type { DriverCalls } from "../disk/driver.ts";
import type { GitRunner } from "../git/runner.ts";
import type { ServerAddress } from "../server/address.ts";
import type { Shards } from "../worker/shards.ts";
import type { ChangedFiles } from "./changedFiles.ts";

export interface VerifyRequest {
  readonly target: Target;
  readonly level: Level;
  readonly only: ReadonlySet<RuleId> | null;
  /** A compose file by its path from the folder; those that are found where left out. */
  readonly composeFile?: string;
  /** A server to be held against the stores; none where left out. */
  readonly server?: ServerAddress;
}

export interface VerifyHooks {
  /** Runs looked at so far, and of how many. */
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  readonly calls?: DriverCalls;
  /** Threads over which runs are spread; left out where this one does all. */
  readonly shards?: Shards | null;
  /** Runs Git; left out where it is not to be asked. */
  readonly git?: GitRunner | undefined;
  /** Where given, only runs with such a file are looked at, by the store's key; other stores are left out. */
  readonly changed?: ReadonlyMap<string, ChangedFiles>;
}

/** What can stop the work; nothing where nobody can. */
export function signalOf({ signal }: VerifyHooks): AbortSignal {
  return signal ?? new AbortController().signal;
}
