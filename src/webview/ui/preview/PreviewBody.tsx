import { useMemo } from "preact/hooks";
import type { ArtifactPreview, ImagePreview, TablePreview } from "../../../core/artifacts/preview.ts";
import { visibleText } from "../../../core/model/visibleText.ts";
import { count } from "../format/number.ts";
import { visibleLines } from "../format/text.ts";
import { t } from "../l10n.ts";
import { Markdown } from "../markdown/Markdown.tsx";
import { DataTable } from "../table/DataTable.tsx";
import { dataUri } from "./dataUri.ts";
import "./PreviewBody.css";

interface Props {
  readonly preview: ArtifactPreview;
  readonly name: string;
}

export function PreviewBody({ preview, name }: Props) {
  switch (preview.kind) {
    case "none":
      return <p class="dim preview-note">{preview.reason}</p>;
    case "image":
      return <Picture preview={preview} name={name} />;
    case "table":
      return <Table preview={preview} name={name} />;
    case "text":
      return (
        <>
          {preview.language === "markdown" && !preview.cut ? (
            <Markdown text={preview.text} />
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
            <pre class="preview-text" tabIndex={0}>
              {visibleLines(preview.text)}
            </pre>
          )}
          {preview.cut && <p class="dim preview-note">{t("The file goes on; open it to see all of it.")}</p>}
        </>
      );
  }
}

function Picture({ preview: { mediaType, bytes }, name }: { readonly preview: ImagePreview; readonly name: string }) {
  const uri = useMemo(() => dataUri(mediaType, bytes), [mediaType, bytes]);
  return <img class="preview-image" src={uri} alt={visibleText(name)} />;
}

function Table({ preview: { columns, rows, total }, name }: { readonly preview: TablePreview; readonly name: string }) {
  const shown = columns.map((title, index) => ({
    id: String(index),
    title: visibleText(title),
    render: (row: number) => visibleText(rows[row]?.[index] ?? ""),
  }));
  return (
    <div class="preview-table">
      <DataTable label={visibleText(name)} columns={shown} rows={rows.map((_, row) => row)} rowKey={String} />
      {rows.length < (total ?? Number.POSITIVE_INFINITY) && (
        <p class="dim preview-note">
          {total === null
            ? t("The first {0} rows; the file goes on.", count(rows.length))
            : t("The first {0} of {1} rows.", count(rows.length), count(total))}
        </p>
      )}
    </div>
  );
}
