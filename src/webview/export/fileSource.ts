import type { DataTable } from "../../core/artifacts/dataTable.ts";
import type { ArtifactPreview } from "../../core/artifacts/preview.ts";
import type { ExportedFiles } from "../../core/compare/export/exportData.ts";
import { ownedFile } from "../../core/compare/runFile.ts";
import { tableDiff } from "../../core/compare/tables/tableDiff.ts";
import type { ComparedFiles, FileContents, OwnedFile } from "../../core/model/comparedFiles.ts";
import { type RunRef, refKey } from "../../core/model/run.ts";
import type { TableComparison } from "../../core/model/tableDiff.ts";
import { t } from "../ui/l10n.ts";

const NO_FILES: ComparedFiles = { rows: [], reasons: [], cut: false };

/** The files of runs out of a file. */
export class FileSource {
  readonly #files: ComparedFiles;
  /** The runs as the file has them. */
  readonly #runs: readonly RunRef[];
  readonly #previews: ReadonlyMap<string, ArtifactPreview>;
  /** What holds the same bytes has the same text. */
  readonly #contents: ReadonlyMap<string, string>;

  constructor(exported: ExportedFiles | null, runs: readonly RunRef[]) {
    this.#files = exported?.files ?? NO_FILES;
    this.#runs = runs;
    this.#previews = new Map(exported?.previews.map(({ preview, ...file }) => [keyOf(file), preview]) ?? []);
    this.#contents = this.#contentKeys(new Map(exported?.contents ?? []));
  }

  /** The files of some of the runs; indices are those of `refs`. */
  of(refs: readonly RunRef[]): ComparedFiles {
    const places = new Map(refs.map((ref, place) => [refKey(ref), place]));
    const placeOf = this.#runs.map((ref) => places.get(refKey(ref)) ?? -1);
    const rows = this.#files.rows.map(({ path, files }) => ({
      path,
      files: files
        .map((file) => ({ ...file, run: placeOf[file.run] ?? -1 }))
        .filter(({ run }) => run >= 0)
        .sort((a, b) => a.run - b.run),
    }));
    const reasons = refs.map((ref) => {
      const at = this.#runs.findIndex((own) => refKey(own) === refKey(ref));
      return at < 0 ? t("The files of this run are left out of this page.") : (this.#files.reasons[at] ?? null);
    });
    return { rows: rows.filter(({ files }) => files.length > 0), reasons, cut: this.#files.cut };
  }

  contents(files: readonly OwnedFile[]): FileContents {
    const numbers = new Map<string, number>();
    return files.map((file) => {
      const content = this.#contents.get(keyOf(file));
      if (content === undefined) return null;
      const number = numbers.get(content) ?? numbers.size;
      numbers.set(content, number);
      return number;
    });
  }

  preview(file: OwnedFile): ArtifactPreview {
    const none = { kind: "none", reason: t("What this file holds is left out of this page.") } as const;
    return this.#previews.get(keyOf(file)) ?? none;
  }

  /** Of tables as far as they are in the file. */
  diffTables(left: OwnedFile, right: OwnedFile, key: string | null): TableComparison {
    const tables = [this.preview(left), this.preview(right)].map(tableOf);
    const [ours, theirs] = tables;
    if (ours === undefined || theirs === undefined || ours === null || theirs === null) {
      return { diff: null, reason: t("What this file holds is left out of this page.") };
    }
    return { diff: tableDiff(ours, theirs, key), reason: null };
  }

  #contentKeys(contents: ReadonlyMap<string, FileContents>): ReadonlyMap<string, string> {
    const keys = new Map<string, string>();
    for (const { path, files } of this.#files.rows) {
      for (const [index, file] of files.entries()) {
        const ref = this.#runs[file.run];
        const content = contents.get(path)?.[index] ?? null;
        if (ref !== undefined && content !== null) keys.set(keyOf(ownedFile(file, ref)), `${content} ${path}`);
      }
    }
    return keys;
  }
}

function tableOf(preview: ArtifactPreview): DataTable | null {
  if (preview.kind !== "table") return null;
  const { columns, rows, total } = preview;
  const filled = rows.map((row) => columns.map((_, column) => row[column] ?? null));
  return { columns, rows: filled, isCut: total === null || total > rows.length };
}

function keyOf({ owner, path }: OwnedFile): string {
  if (owner.kind === "run") return `run ${refKey(owner.ref)} ${path}`;
  if (owner.kind === "model") return `model ${owner.store} ${owner.modelId} ${path}`;
  return `version ${owner.store} ${owner.name} ${owner.version} ${path}`;
}
