import {
  type ArtifactPreview,
  type ImagePreview,
  type NoPreview,
  PREVIEW_LIMITS,
  type TextPreview,
} from "./preview.ts";
import { isBinary, sniffFormat } from "./sniff.ts";
import { delimitedTable, loggedTable } from "./table.ts";

/** How many bytes of a file are worth reading for its preview, by its name alone; 0 for one that is never opened. */
export function previewBytes(name: string): number {
  if (NOT_OPENED.test(name)) return 0;
  return IMAGE_NAME.test(name) ? PREVIEW_LIMITS.image : PREVIEW_LIMITS.text;
}

/** The preview of a file from its first bytes; `cut` where the file is longer than `bytes`. */
export function previewOf(name: string, bytes: Uint8Array, cut: boolean): ArtifactPreview {
  if (NOT_OPENED.test(name)) return none("Pickles and archives are not opened, because opening one can run its code.");
  const format = sniffFormat(bytes);
  if (format === "archive") return none("Pickles and archives are not opened, because opening one can run its code.");
  if (format !== null) return image(format, bytes, cut);
  if (isBinary(bytes, cut)) return none("This file is binary.");
  return textual(name, bytes, cut);
}

const NOT_OPENED =
  /\.(pkl|pickle|p|joblib|dill|cloudpickle|npy|npz|pt|pth|skops|zip|whl|jar|egg|tar|tgz|gz|bz2|xz|zst|7z|rar)$/i;
const IMAGE_NAME = /\.(png|jpe?g|gif|webp|bmp)$/i;

function none(reason: string): NoPreview {
  return { kind: "none", reason };
}

function image(mediaType: ImagePreview["mediaType"], bytes: Uint8Array, cut: boolean): ArtifactPreview {
  if (cut || bytes.length > PREVIEW_LIMITS.image) {
    return none(`This image is larger than ${PREVIEW_LIMITS.image >> 20} MiB.`);
  }
  return { kind: "image", mediaType, bytes };
}

function textual(name: string, bytes: Uint8Array, cut: boolean): ArtifactPreview {
  const text = new TextDecoder("utf-8").decode(bytes);
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  if (extension === "csv" || extension === "tsv") {
    return (
      delimitedTable(text, extension === "csv" ? "," : "\t", cut) ?? { kind: "text", language: "plain", text, cut }
    );
  }
  if (extension === "json") return jsonPreview(text, cut);
  return { kind: "text", language: languageOf(name, extension), text, cut };
}

function jsonPreview(text: string, cut: boolean): ArtifactPreview {
  if (cut) return { kind: "text", language: "json", text, cut };
  try {
    const value: unknown = JSON.parse(text);
    return loggedTable(value) ?? { kind: "text", language: "json", text: JSON.stringify(value, null, 2), cut };
  } catch {
    // NaN of Python, a conflict marker, half a file: shown as it stands.
    return { kind: "text", language: "json", text, cut };
  }
}

const LANGUAGES: Readonly<Record<string, TextPreview["language"]>> = {
  yaml: "yaml",
  yml: "yaml",
  md: "markdown",
  html: "html",
  htm: "html",
  svg: "xml",
  xml: "xml",
  py: "python",
};

function languageOf(name: string, extension: string): TextPreview["language"] {
  if (/(^|\/)MLmodel$/.test(name)) return "yaml";
  return LANGUAGES[extension] ?? "plain";
}
