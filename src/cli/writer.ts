import { once } from "node:events";
import type { Writable } from "node:stream";

/** Characters kept back before they are written: a system call for each short text would cost more than the text. */
const CHUNK = 1 << 16;

/** Gathers short texts and writes them in chunks, waiting for the stream where it asks for that. */
export class Writer {
  readonly #stream: Writable;
  #held: string[] = [];
  #length = 0;

  constructor(stream: Writable) {
    this.#stream = stream;
  }

  readonly write = (text: string): void | Promise<void> => {
    this.#held.push(text);
    this.#length += text.length;
    return this.#length < CHUNK ? undefined : this.flush();
  };

  async flush(): Promise<void> {
    const text = this.#held.join("");
    this.#held = [];
    this.#length = 0;
    if (text !== "" && !this.#stream.write(text)) await once(this.#stream, "drain");
  }
}
