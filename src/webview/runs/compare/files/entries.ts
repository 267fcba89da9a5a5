import { type ImageSeries, sortOutImages } from "../../../../core/compare/imageSeries.ts";
import type { ComparedFile, ComparedFiles } from "../../../../core/model/comparedFiles.ts";
import { matcher } from "../../../ui/format/text.ts";

/** A line of the list of artifacts: one path, or the images logged under one key. */
export type FileEntry =
  | { readonly kind: "file"; readonly id: string; readonly title: string; readonly file: ComparedFile }
  | { readonly kind: "images"; readonly id: string; readonly title: string; readonly series: ImageSeries };

/** Logged images first, then files, as far as they match the filter. */
export function fileEntries(files: ComparedFiles, filter: string): readonly FileEntry[] {
  const { series, rows } = sortOutImages(files.rows);
  const matches = matcher(filter);
  const all: FileEntry[] = [
    ...series.map((own): FileEntry => ({ kind: "images", id: `images ${own.key}`, title: own.key, series: own })),
    ...rows.map((file): FileEntry => ({ kind: "file", id: `file ${file.path}`, title: file.path, file })),
  ];
  return all.filter(({ title }) => matches(title));
}
