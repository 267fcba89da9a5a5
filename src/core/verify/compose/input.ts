import type { ComposeFile } from "../../docker/compose.ts";
import type { MlflowServer } from "../../docker/mlflowServer.ts";
import type { ComposeService } from "../../docker/service.ts";
import type { ServiceFiles } from "../../docker/serviceFiles.ts";
import type { Target } from "../target.ts";

/** A store that is verified, as far as a container's MLflow minds. */
export interface MountedStore {
  /** Path from the compose file's folder, `/` between segments. */
  readonly path: string;
  readonly kind: "file" | "sqlite";
  /** Whether an MLflow that may not write finds all that it would make: `.trash` and `models` of a file store. */
  readonly hasTrash: boolean;
  readonly hasModels: boolean;
  /** Revisions of a database's schema. */
  readonly revisions: readonly string[];
  /** Whether a database keeps a write-ahead log, for which even a reader must write. */
  readonly isWal: boolean;
}

/** What stands on the host; `other` is a store that is not verified. */
export type HostThing = "absent" | "file" | "folder" | "other" | "unknown" | MountedStore;

export interface ComposeInput {
  readonly file: ComposeFile;
  readonly servers: readonly MlflowServer[];
  readonly filesOf: (service: ComposeService) => ServiceFiles;
  /** By a path from the compose file's folder. */
  readonly host: (path: string) => HostThing;
  readonly stores: readonly MountedStore[];
  readonly target: Target;
}
