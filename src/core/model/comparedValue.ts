/** A text that runs may have, side by side. */
export interface ComparedValue {
  readonly key: string;
  /** One a run, in the order of the runs; null where it has none. */
  readonly values: readonly (string | null)[];
  readonly differs: boolean;
}
