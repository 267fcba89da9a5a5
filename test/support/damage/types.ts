export interface Damage {
  readonly name: string;
  /** Takes the absolute folder of the store. */
  readonly apply: (store: string) => void;
  /** True where a reader must find no problem at all. */
  readonly healthy: boolean;
  /** Where the problem is reported: a path below the store with `/`; of something missing, the folder that lacks it. */
  readonly file?: string;
  /** 1-based, where the problem has one. */
  readonly line?: number;
  readonly reason?: RegExp;
  /** What the machine must offer for this damage to be one. */
  readonly needs?: "posix" | "no-root";
}

/** Damage to a SQLite database. */
export interface DatabaseDamage {
  readonly name: string;
  /** Takes the absolute path of a healthy `mlflow.db`. */
  readonly apply: (file: string) => void;
  readonly reason: RegExp;
}

/** Root reads what nobody may read, and Windows knows no FIFO and no modes. */
export function isPossible({ needs }: Pick<Damage, "needs">): boolean {
  if (needs === undefined) return true;
  return process.platform !== "win32" && (needs === "posix" || process.getuid?.() !== 0);
}
