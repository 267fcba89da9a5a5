import type { Numbers } from "./column.ts";
import { type Cells, cellColumns, type Rows, type RunColumns, RunTable, rowColumns } from "./table.ts";

/** Changes with the columns or what they hold; other versions are read anew. */
const FORMAT = "mlflow-runs index 3";

/** A table as bytes: a JSON head, the texts as one, and the columns, each on a multiple of 8. */
interface Head {
  readonly format: string;
  /** Whatever the caller wants to find again. */
  readonly about: unknown;
  readonly texts: Span;
  readonly lengths: Span;
  readonly tails: readonly (readonly [code: number, tail: string])[];
  readonly alive: Span;
  readonly rows: Record<string, Span>;
  readonly cells: Record<string, Span>;
}

type Span = readonly [offset: number, bytes: number];

class Writer {
  readonly #parts: { at: number; data: Uint8Array }[] = [];
  #at = 0;

  put(column: Numbers | Uint32Array): Span {
    const data = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
    const at = this.#at;
    this.#parts.push({ at, data });
    this.#at = at + Math.ceil(data.length / 8) * 8;
    return [at, data.length];
  }

  /** The head's length (8 bytes), the head, the parts. */
  finish(head: Head): Uint8Array<ArrayBuffer> {
    const text = new TextEncoder().encode(JSON.stringify(head));
    const start = 8 + Math.ceil(text.length / 8) * 8;
    const out = new Uint8Array(start + this.#at);
    new DataView(out.buffer).setUint32(0, text.length, true);
    out.set(text, 8);
    for (const { at, data } of this.#parts) out.set(data, start + at);
    return out;
  }
}

/** Encodes a table, dead rows and all; `about` is any JSON that `decodePart` gives back. */
export function encodeTable(table: RunTable, about: unknown): Uint8Array<ArrayBuffer> {
  return encodePart(partOf(table), about);
}

export function encodePart(table: TablePart, about: unknown): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  const { texts } = table;
  const head: Head = {
    format: FORMAT,
    about,
    texts: writer.put(new TextEncoder().encode(texts.join(""))),
    lengths: writer.put(Uint32Array.from(texts, (text) => text.length)),
    tails: [...table.tails],
    alive: writer.put(table.alive),
    rows: putAll(writer, table.rows),
    cells: putAll(writer, table.cells),
  };
  return writer.finish(head);
}

function putAll(writer: Writer, columns: Rows | Cells): Record<string, Span> {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, writer.put(column.filled())]));
}

export interface TablePart extends RunColumns {
  readonly about: unknown;
}

/** The other way; null where the bytes are of another version or not whole. */
export function decodePart(bytes: Uint8Array): TablePart | null {
  try {
    const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headLength))) as Head;
    if (head.format !== FORMAT) return null;
    const start = 8 + Math.ceil(headLength / 8) * 8;
    const take = ([offset, length]: Span): ArrayBuffer => {
      const from = start + offset;
      if (from + length > bytes.length) throw new RangeError("cut");
      // Not `bytes.slice`: a Buffer's would share the whole of its memory.
      return Uint8Array.prototype.slice.call(bytes, from, from + length).buffer as ArrayBuffer;
    };
    return {
      about: head.about,
      texts: splitTexts(
        new TextDecoder("utf-8", { ignoreBOM: true }).decode(take(head.texts)),
        new Uint32Array(take(head.lengths)),
      ),
      tails: new Map(head.tails),
      rows: takeAll(rowColumns(), head.rows, take),
      cells: takeAll(cellColumns(), head.cells, take),
      alive: new Uint8Array(take(head.alive)),
    };
  } catch {
    // Cut short or foreign: the index is made anew.
    return null;
  }
}

function takeAll<T extends Rows | Cells>(
  columns: T,
  spans: Record<string, Span>,
  take: (span: Span) => ArrayBuffer,
): T {
  for (const [name, column] of Object.entries(columns)) {
    const span = spans[name];
    if (!span) throw new RangeError(`no column ${name}`);
    const kind = column.data.constructor as new (buffer: ArrayBuffer) => Numbers;
    const data = new kind(take(span));
    column.data = data as never;
    column.length = data.length;
  }
  return columns;
}

function splitTexts(all: string, lengths: Uint32Array): string[] {
  const texts: string[] = [];
  let at = 0;
  for (const length of lengths) {
    texts.push(all.slice(at, at + length));
    at += length;
  }
  if (at !== all.length) throw new RangeError("texts and lengths disagree");
  return texts;
}

/** A table as a part that another can take over, without a copy. */
export function partOf(table: RunTable): TablePart {
  return {
    about: null,
    texts: table.strings.texts(),
    tails: table.strings.tails,
    rows: table.rows,
    cells: table.cells,
    alive: table.alive.filled(),
  };
}

/** A table of one part. */
export function tableOf(part: TablePart): RunTable {
  const table = new RunTable();
  table.append(part);
  return table;
}
