import { writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** Characters kept back before they are written: a system call for each short text would cost more than the text. */
const CHUNK = 1 << 16;
/** How long to wait for a reader whose pipe is full, in milliseconds. */
const FULL = 2;

/**
 * Gathers short texts and writes them in chunks. Straight to the file descriptor: a stream takes several milliseconds to
 * make, and a call that waits is all the backpressure that is needed.
 */
export class Writer {
  readonly #fd: number;
  readonly #onClosed: () => void;
  #held: string[] = [];
  #length = 0;

  /** `onClosed`: nobody reads any more, as after `| head`. */
  constructor(fd: number, onClosed: () => void) {
    this.#fd = fd;
    this.#onClosed = onClosed;
  }

  readonly write = (text: string): void | Promise<void> => {
    this.#held.push(text);
    this.#length += text.length;
    return this.#length < CHUNK ? undefined : this.flush();
  };

  /** Bytes as they are, after the texts before them. */
  readonly writeBytes = async (bytes: Uint8Array): Promise<void> => {
    await this.flush();
    await this.#all(bytes);
  };

  async flush(): Promise<void> {
    const bytes = Buffer.from(this.#held.join(""));
    this.#held = [];
    this.#length = 0;
    await this.#all(bytes);
  }

  async #all(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; ) at += await this.#some(bytes, at);
  }

  /** How many bytes were taken; none where the pipe is full. */
  async #some(bytes: Uint8Array, at: number): Promise<number> {
    try {
      return writeSync(this.#fd, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EAGAIN") {
        await pause(FULL);
        return 0;
      }
      if (code !== "EPIPE") throw error;
      this.#onClosed();
      return bytes.length;
    }
  }
}
