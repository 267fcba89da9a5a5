import type { Memento, Uri } from "vscode";
import type { EngineHost } from "../engineHost.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";
import type { Findings } from "./findings.ts";

/** What the commands that verify work with. */
export interface VerifyParts {
  readonly host: EngineHost;
  readonly stores: WorkspaceStores;
  readonly findings: Findings;
  /** Keeps what was chosen last. */
  readonly memory: Memento;
  /** Where the report is written. */
  readonly storage: Uri;
}
