import type { Sink } from "./terminal.ts";

/** One of the two forms that an export is written in. */
export interface ExportFormat {
  begin(): Promise<void>;
  /** Things of one kind; `plural` names the list, `type` a line. */
  list(plural: string, type: string, texts: readonly string[]): Promise<void>;
  /** A list whose items come one by one. */
  section(plural: string, items: () => Promise<void>): Promise<void>;
  /** One item of a section, in pieces; `extra` are fields that the form adds to it. */
  item(type: string, pieces: (extra: Readonly<Record<string, string>>) => Iterable<string>): Promise<void>;
  end(): Promise<void>;
}

export function exportFormat(format: string, out: Sink): ExportFormat {
  return format === "jsonl" ? new Lines(out) : new Document(out);
}

/** One object with a list for each kind; an item a line, so that a diff of two exports can be read. */
class Document implements ExportFormat {
  readonly #out: Sink;
  #sections = 0;
  #items = 0;

  constructor(out: Sink) {
    this.#out = out;
  }

  async begin(): Promise<void> {
    await this.#out("{");
  }

  async list(plural: string, _type: string, texts: readonly string[]): Promise<void> {
    await this.section(plural, async () => {
      for (const text of texts) await this.#next([text]);
    });
  }

  async section(plural: string, items: () => Promise<void>): Promise<void> {
    await this.#out(`${this.#sections++ > 0 ? "," : ""}\n${JSON.stringify(plural)}: [`);
    this.#items = 0;
    await items();
    await this.#out(this.#items > 0 ? "\n]" : "]");
  }

  async item(_type: string, pieces: (extra: Readonly<Record<string, string>>) => Iterable<string>): Promise<void> {
    await this.#next(pieces({}));
  }

  async end(): Promise<void> {
    await this.#out("\n}\n");
  }

  async #next(pieces: Iterable<string>): Promise<void> {
    await this.#out(this.#items++ > 0 ? ",\n" : "\n");
    for (const piece of pieces) await this.#out(piece);
  }
}

/** `{"type": …}` a line. */
class Lines implements ExportFormat {
  readonly #out: Sink;

  constructor(out: Sink) {
    this.#out = out;
  }

  async begin(): Promise<void> {}

  async list(_plural: string, type: string, texts: readonly string[]): Promise<void> {
    for (const text of texts) await this.#out(`{"type":${JSON.stringify(type)},${text.slice(1)}\n`);
  }

  async section(_plural: string, items: () => Promise<void>): Promise<void> {
    await items();
  }

  async item(type: string, pieces: (extra: Readonly<Record<string, string>>) => Iterable<string>): Promise<void> {
    for (const piece of pieces({ type })) await this.#out(piece);
    await this.#out("\n");
  }

  async end(): Promise<void> {}
}
