import { type RunRef, refKey } from "../../../../core/model/run.ts";
import { visibleText } from "../../../../core/model/visibleText.ts";
import { Icon, type IconName } from "../../../ui/Icon.tsx";
import { Key } from "../../../ui/Key.tsx";
import { t } from "../../../ui/l10n.ts";
import type { GridCell, GridContent } from "../grid/gridContent.ts";
import { VirtualGrid } from "../grid/VirtualGrid.tsx";
import { RunHead } from "../heads/RunHead.tsx";
import type { ShownComparison } from "../shownComparison.ts";
import type { ContentsStore } from "./contentsStore.ts";
import type { FileEntry } from "./entries.ts";
import { fileCell, imagesCell } from "./FileCell.tsx";
import { samenessOf } from "./sameness.ts";
import "./files.css";

interface Props {
  readonly shown: ShownComparison;
  readonly entries: readonly FileEntry[];
  readonly contents: ContentsStore;
  /** Id of the entry that is shown below. */
  readonly chosen: string | null;
  look(ref: RunRef): number;
  onChoose(entry: FileEntry): void;
}

/** Paths below each other, a column a run: who has which file, and whether it is the same. */
export function FileTable({ shown, entries, contents, chosen, look, onChoose }: Props) {
  const { comparison, order, baseline } = shown;
  const run = (column: number): number => order[column] ?? 0;
  const content: GridContent = {
    rows: entries.length,
    columns: order.length,
    rowKey: (row) => entries[row]?.id ?? "",
    columnKey: (column) => {
      const own = comparison.runs[run(column)];
      return own === undefined ? String(column) : refKey(own.ref);
    },
    columnHead: (column) => {
      const own = comparison.runs[run(column)];
      if (own === undefined) return { content: null };
      return { content: <RunHead run={own} look={look(own.ref)} isBaseline={run(column) === baseline} /> };
    },
    rowHead: (row) => ({ content: entryHead(entries[row], chosen, onChoose) }),
    cell: (row, column): GridCell => {
      const entry = entries[row];
      if (entry === undefined) return { content: null };
      const index = run(column);
      if (entry.kind === "images") {
        return imagesCell(entry.series.steps.filter((step) => entry.series.at(step, index) !== null).length);
      }
      const own = entry.file.files.find((file) => file.run === index);
      return fileCell(own?.size ?? null, samenessOf(entry.file, index, baseline, contents.of(entry.file)));
    },
    band: () => null,
  };
  return (
    <VirtualGrid
      label={t("Artifacts by run")}
      corner={<span class="unseen">{t("Path")}</span>}
      content={content}
      width={[150, 400]}
      rowHeight={28}
    />
  );
}

function entryHead(entry: FileEntry | undefined, chosen: string | null, onChoose: (entry: FileEntry) => void) {
  if (entry === undefined) return null;
  return (
    <button
      type="button"
      class="file-name"
      tabIndex={-1}
      aria-expanded={entry.id === chosen}
      title={visibleText(entry.title)}
      onClick={() => onChoose(entry)}
    >
      <Icon name={iconOf(entry)} />
      <Key text={entry.title} />
    </button>
  );
}

function iconOf(entry: FileEntry): IconName {
  if (entry.kind === "images" || /\.(png|jpe?g|gif|webp|bmp)$/i.test(entry.title)) return "image";
  return /\.(csv|tsv|json)$/i.test(entry.title) ? "table" : "file";
}
