import { type KeyValue, textOf } from "./text.ts";

/** What a run says of the code that made it; empty texts where it says nothing. */
export interface SourceCode {
  readonly commit: string;
  /** Whether files differed from the commit when it ran; null where that was not logged. */
  readonly dirty: boolean | null;
  /** The uncommitted changes as a patch, where they were logged. */
  readonly patch: string;
}

/** Reads the tags that MLflow and its Git integration set. */
export function sourceCode(tags: readonly KeyValue[]): SourceCode {
  const patch = textOf(tags, "mlflow.source.git.diff") ?? "";
  const dirty = textOf(tags, "mlflow.source.git.dirty");
  return {
    commit: textOf(tags, "mlflow.source.git.commit") ?? "",
    dirty: patch !== "" ? true : dirty === null ? null : dirty.toLowerCase() === "true",
    patch,
  };
}
