import { readTable } from "../../core/artifacts/dataTable.ts";
import { tableDiff } from "../../core/compare/tables/tableDiff.ts";
import type { OwnedFile } from "../../core/model/comparedFiles.ts";
import type { TableComparison } from "../../core/model/tableDiff.ts";
import type { ArtifactAnswers } from "./artifactAnswers.ts";

/** Bytes of a file that is compared cell by cell. */
const LIMIT = 8 << 20;

/** How two artifacts differ as tables. */
export async function tablesCompared(
  [left, right]: readonly [OwnedFile, OwnedFile],
  key: string | null,
  files: Pick<ArtifactAnswers, "texts">,
): Promise<TableComparison> {
  const tables = await Promise.all([left, right].map((file) => tableOf(file, files)));
  const reason = tables.find((table) => typeof table === "string");
  const [ours, theirs] = tables;
  if (typeof ours !== "object" || typeof theirs !== "object")
    return { diff: null, reason: reason ?? "There is no file." };
  return { diff: tableDiff(ours, theirs, key), reason: null };
}

async function tableOf({ owner, path }: OwnedFile, files: Pick<ArtifactAnswers, "texts">) {
  const { texts, reason } = await files.texts(owner, [path], LIMIT);
  const [text = null] = texts;
  if (text === null) return reason ?? `${path} is not there, cannot be read, or is larger than ${LIMIT >> 20} MiB.`;
  return readTable(path, text) ?? `${path} is no table: neither CSV nor JSON of records or of columns and data.`;
}
