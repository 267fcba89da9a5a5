/** Takes text; a promise where the reader is slower than the writer. */
export type Sink = (text: string) => void | Promise<void>;

/** Where a command writes: data to `out`, everything else to `err`. */
export interface Terminal {
  readonly out: Sink;
  readonly err: Sink;
  /** As `out`, for data that need not be text. */
  readonly outBytes: (bytes: Uint8Array) => void | Promise<void>;
  /** Columns that a table may take; null for as many as it needs. */
  readonly width: number | null;
  readonly colour: boolean;
  readonly cwd: string;
}
