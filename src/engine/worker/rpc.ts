/** Calls over a message port: each side may offer methods to the other and send events. */

export interface Port {
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  on(event: "message", listener: (message: unknown) => void): unknown;
}

type Message =
  | { readonly call: number; readonly method: string; readonly args: readonly unknown[] }
  | { readonly reply: number; readonly value: unknown }
  | { readonly reply: number; readonly error: string }
  | { readonly event: unknown };

// biome-ignore lint/suspicious/noExplicitAny: a method's own types are checked where it is written and where it is called
export type Methods = Record<string, (...args: any[]) => Promise<unknown>>;

/** What crossed the port went wrong on the other side. */
export class RemoteError extends Error {
  override readonly name = "RemoteError";
}

/** The other side is gone, so that it cannot answer any more. */
export class GoneError extends RemoteError {}

/** Answers calls with the methods given; returns a function that sends events. */
export function serve(port: Port, methods: Methods): (event: unknown) => void {
  port.on("message", (raw) => {
    const message = raw as Message;
    if ("call" in message) void answer(port, methods, message);
  });
  return (event) => port.postMessage({ event } satisfies Message);
}

async function answer(port: Port, methods: Methods, message: Extract<Message, { call: number }>): Promise<void> {
  try {
    const method = methods[message.method];
    if (!method) throw new RemoteError(`there is no method ${message.method}`);
    const value = await method(...message.args);
    port.postMessage({ reply: message.call, value } satisfies Message, buffersOf(value));
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    port.postMessage({ reply: message.call, error: text } satisfies Message);
  }
}

/**
 * Buffers that are handed over instead of copied: those of typed arrays that are the whole answer or fields of it. A part
 * of a larger buffer is copied, because others may have the rest.
 */
function buffersOf(value: unknown): ArrayBuffer[] {
  if (typeof value !== "object" || value === null) return [];
  const views = [value, ...Object.values(value)]
    .filter((item) => ArrayBuffer.isView(item))
    .filter((view) => view.byteLength === view.buffer.byteLength);
  return [...new Set(views.map((view) => view.buffer))].filter((buffer) => buffer instanceof ArrayBuffer);
}

/** Calls the other side's methods. */
export class Caller {
  readonly #port: Port;
  readonly #pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  #calls = 0;
  #gone: string | null = null;
  onEvent: (event: unknown) => void = () => {};

  constructor(port: Port) {
    this.#port = port;
    port.on("message", (raw) => this.#take(raw as Message));
  }

  /** Calls under way; a side with none is idle. */
  get pending(): number {
    return this.#pending.size;
  }

  call(method: string, args: readonly unknown[]): Promise<unknown> {
    if (this.#gone !== null) return Promise.reject(new GoneError(this.#gone));
    const call = ++this.#calls;
    return new Promise((resolve, reject) => {
      this.#pending.set(call, { resolve, reject });
      this.#port.postMessage({ call, method, args } satisfies Message);
    });
  }

  /** The other side is gone: whoever waits is told, and so is whoever asks later. */
  abandon(reason: string): void {
    this.#gone = reason;
    for (const { reject } of this.#pending.values()) reject(new GoneError(reason));
    this.#pending.clear();
  }

  #take(message: Message): void {
    if ("event" in message) this.onEvent(message.event);
    if (!("reply" in message)) return;
    const waiting = this.#pending.get(message.reply);
    this.#pending.delete(message.reply);
    if ("error" in message) waiting?.reject(new RemoteError(message.error));
    else waiting?.resolve(message.value);
  }
}
