/** What is read at most; beyond, a problem says so. Bytes unless said otherwise. */
export const LIMITS = {
  /** A param, tag or description is cut here. */
  text: 1 << 20,
  /** The texts of one run, or of what else is read together, in UTF-16 units. */
  texts: 64 << 20,
  /** A metadata file is refused beyond. */
  yaml: 1 << 20,
  /** A metric file is refused beyond. */
  metric: 256 << 20,
  /** Keys may hold `/`: so deep are folders of metrics, params and tags followed. */
  keyDepth: 32,
  /** Entries a run's folder of metrics, params or tags may have. */
  entries: 200_000,
  /** Problems kept a file; the rest is counted in one more. */
  problemsPerFile: 5,
} as const;
