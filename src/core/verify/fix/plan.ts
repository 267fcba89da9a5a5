/** A file before and after it is mended; null where there is none. */
export interface MendedFile {
  /** Relative to the folder verified, `/` between segments. */
  readonly path: string;
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
  /** What is done to it, each as a command. */
  readonly titles: readonly string[];
  /** Absolute: the folder that it must not lead out of, the store's where it belongs to one. */
  readonly root: string;
}

/** A folder that is to be made. */
export interface MendedFolder {
  readonly path: string;
  readonly title: string;
  readonly root: string;
}

/** What was left alone, and why, in one sentence. */
export interface MendRefused {
  readonly path: string;
  readonly reason: string;
}

/** What mending would do: nothing of it is done yet. */
export interface MendPlan {
  readonly files: readonly MendedFile[];
  readonly folders: readonly MendedFolder[];
  readonly refused: readonly MendRefused[];
}

/** What was done to one path. */
export interface MendDone {
  readonly path: string;
  readonly titles: readonly string[];
}

export interface MendOutcome {
  readonly done: readonly MendDone[];
  readonly refused: readonly MendRefused[];
}
