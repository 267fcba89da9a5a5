import { baseName } from "../files/scan.ts";
import type { Problem } from "../model/problem.ts";
import type { StoreRef } from "../model/store.ts";

export type ProblemJson = ReturnType<typeof toProblemJson>;

/** A problem with its file as seen from where the stores were looked for. */
export function toProblemJson(store: StoreRef, found: Problem) {
  return {
    store: store.label,
    file: problemFile(store, found.file),
    line: found.line,
    reason: found.reason,
    code: found.code,
    severity: found.severity,
  };
}

/** A database is one file, whatever of it a problem means. */
function problemFile(store: StoreRef, file: string): string {
  if (store.kind === "sqlite") return store.label === "." ? baseName(store.key.replaceAll("\\", "/")) : store.label;
  if (store.label === ".") return file === "" ? "." : file;
  return file === "" ? store.label : `${store.label}/${file}`;
}

export function toStoreJson(store: StoreRef) {
  return { path: store.label, kind: store.kind };
}
