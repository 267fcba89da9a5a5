import type { KeyValue } from "./text.ts";

export type Lifecycle = "active" | "deleted";

/** One experiment of a store. */
export interface Experiment {
  /** Its folder below the store (`0`, `.trash/123`); in a database its id. */
  readonly folder: string;
  readonly id: string;
  readonly name: string;
  /** Where the folder lies wins over what meta.yaml says: in `.trash` it is deleted. */
  readonly lifecycle: Lifecycle;
  readonly artifactLocation: string;
  /** Milliseconds since 1970, null in stores before 1.29. */
  readonly created: number | null;
  readonly updated: number | null;
  readonly tags: readonly KeyValue[];
  /** False where its metadata could not be read and only the folder is known. */
  readonly readable: boolean;
}
