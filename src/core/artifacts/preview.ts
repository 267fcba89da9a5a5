/** What a page shows of an artifact without opening it elsewhere. HTML and SVG are text: nothing of theirs is ever run. */
export type ArtifactPreview = ImagePreview | TextPreview | TablePreview | NoPreview;

export interface ImagePreview {
  readonly kind: "image";
  readonly mediaType: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/bmp";
  /** The file's bytes, whole. */
  readonly bytes: Uint8Array;
}

export interface TextPreview {
  readonly kind: "text";
  /** What the text is, for its display; JSON that could be read is indented. */
  readonly language: "plain" | "json" | "yaml" | "markdown" | "html" | "xml" | "python";
  readonly text: string;
  /** True where the file goes on. */
  readonly cut: boolean;
}

export interface TablePreview {
  readonly kind: "table";
  readonly columns: readonly string[];
  /** The first rows; short ones are not filled up. */
  readonly rows: readonly (readonly string[])[];
  /** Rows of the whole file, or null where it was cut and only the first are known. */
  readonly total: number | null;
}

export interface NoPreview {
  readonly kind: "none";
  /** One sentence: why there is nothing to show. */
  readonly reason: string;
}

/** What is shown at most. */
export const PREVIEW_LIMITS = {
  /** Bytes to read of a file that is shown as text or as a table. */
  text: 1 << 20,
  /** Bytes of an image; a larger one is not shown. */
  image: 16 << 20,
  rows: 200,
  columns: 200,
  /** Characters of one cell. */
  cell: 1000,
} as const;
