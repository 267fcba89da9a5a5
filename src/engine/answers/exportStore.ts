import type { StoreExport } from "../../core/compare/export/exportData.ts";
import { encodeTable } from "../../core/index/codec.ts";
import { compact } from "../../core/index/compact.ts";
import type { RunTable } from "../../core/index/table.ts";
import type { StoreIndex } from "../indexing/storeIndex.ts";

/** A store's runs as columns; where they take more bytes than that, the newest of them. */
export function exportStore({ ref, table, folders, judging }: StoreIndex, most: number): StoreExport {
  const { runs, bytes } = newest(table, most);
  const { goals, primary } = judging;
  const experiments = folders.map(({ experiment: { folder, name } }) => ({ folder, name }));
  const { key, label, kind } = ref;
  const store = { key, label, kind, experiments, goals: [...goals], primary: [...primary], table: bytes };
  return { store, runs, of: table.liveRows };
}

/** Takes fewer until they fit: by their share of the room, then half as many. */
function newest(table: RunTable, most: number): { readonly runs: number; readonly bytes: Uint8Array } {
  let runs = table.liveRows;
  let bytes = encodeTable(compact(table), null);
  const order = bytes.length > most ? newestFirst(table) : [];
  while (bytes.length > most && runs > 1) {
    runs = Math.max(1, Math.min(runs >> 1, Math.floor((runs * most) / bytes.length)));
    const kept = new Set(order.slice(0, runs));
    bytes = encodeTable(
      compact(table, (row) => kept.has(row)),
      null,
    );
  }
  return { runs, bytes };
}

/** Live rows by start; those without one last. */
function newestFirst({ length, alive, rows }: RunTable): readonly number[] {
  const live = Array.from({ length }, (_, row) => row).filter((row) => alive.at(row) === 1);
  const start = (row: number): number =>
    Number.isNaN(rows.start.at(row)) ? Number.NEGATIVE_INFINITY : rows.start.at(row);
  return live.sort((a, b) => start(b) - start(a) || a - b);
}
