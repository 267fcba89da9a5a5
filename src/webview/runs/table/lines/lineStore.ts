import {
  type Cell,
  type CellStats,
  type Column,
  columnId,
  type GroupLine,
  type RunLine,
  type TablePage,
  type TableRequest,
} from "../../../../core/model/runsTable.ts";
import type { Range } from "../../../ui/grid/range.ts";

/** A line without its cells. */
export type LineHead = Omit<RunLine, "cells"> | Omit<GroupLine, "cells">;
export type LineCell = Cell | CellStats;

/** Lines of one block that are asked for together. */
const BLOCK = 64;
/** About 6,000 lines: what was seen last; everything else is asked for again. */
const MOST_BLOCKS = 96;

interface Block {
  readonly heads: readonly LineHead[];
  /** By column id, one a line. */
  readonly cells: Map<string, readonly LineCell[]>;
}

/** The part of a table's lines that was asked for last, by blocks of lines and by columns. */
export class LineStore {
  readonly #blocks = new Map<number, Block>();

  head(line: number): LineHead | undefined {
    return this.#blocks.get(Math.floor(line / BLOCK))?.heads[line % BLOCK];
  }

  /** Another value once something else is known of a line. */
  stamp(line: number): unknown {
    return this.#blocks.get(Math.floor(line / BLOCK));
  }

  /** Undefined where it is not known yet. */
  cell(line: number, column: string): LineCell | undefined {
    return this.#blocks.get(Math.floor(line / BLOCK))?.cells.get(column)?.[line % BLOCK];
  }

  /** The one request that brings what is not there of these lines and columns; null where all is. */
  missing(
    { first, end }: Range,
    columns: readonly Column[],
  ): Pick<TableRequest, "offset" | "limit" | "columns"> | null {
    let from = Number.POSITIVE_INFINITY;
    let to = 0;
    const wanted = new Set<Column>();
    for (let index = Math.floor(first / BLOCK); index * BLOCK < end; index++) {
      const block = this.#touch(index);
      const lacking = columns.filter((column) => !block?.cells.has(columnId(column)));
      if (block !== undefined && lacking.length === 0) continue;
      from = Math.min(from, index);
      to = index + 1;
      for (const column of lacking) wanted.add(column);
    }
    if (to === 0) return null;
    return { offset: from * BLOCK, limit: (to - from) * BLOCK, columns: columns.filter((one) => wanted.has(one)) };
  }

  /** Takes what a request brought; columns that a block has already stay as they are. */
  add({ offset, lines }: TablePage, { columns, limit }: Pick<TableRequest, "columns" | "limit">): void {
    for (let start = 0; start < limit; start += BLOCK) {
      const own = lines.slice(start, start + BLOCK);
      const index = (offset + start) / BLOCK;
      const cells = this.#blocks.get(index)?.cells ?? new Map<string, readonly LineCell[]>();
      for (const [at, column] of columns.entries()) {
        cells.set(
          columnId(column),
          own.map((line) => line.cells[at] ?? null),
        );
      }
      this.#blocks.delete(index);
      this.#blocks.set(index, { heads: own, cells });
    }
    for (const index of this.#blocks.keys()) {
      if (this.#blocks.size <= MOST_BLOCKS) break;
      this.#blocks.delete(index);
    }
  }

  /** The block, which now was used last. */
  #touch(index: number): Block | undefined {
    const block = this.#blocks.get(index);
    if (block === undefined) return undefined;
    this.#blocks.delete(index);
    this.#blocks.set(index, block);
    return block;
  }
}
