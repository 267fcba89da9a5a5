import { decode, encode } from "./wire.ts";

/** One end of `postMessage`: a webview as its host sees it, or the host as a page sees it. */
export interface Port {
  post(message: unknown): void;
  /** Returns what stops it. */
  listen(receive: (message: unknown) => void): () => void;
}

// biome-ignore lint/suspicious/noExplicitAny: a bound that methods of every signature meet; nothing is read through it.
type Method = (...args: any[]) => unknown;

/** What one side answers: methods that return a promise are requests, methods that return nothing are events. */
export type Side<T> = { readonly [K in keyof T]: T[K] extends Method ? T[K] : never };

type RequestOf<T> = { [K in keyof T]: T[K] extends (...args: never[]) => Promise<unknown> ? K : never }[keyof T] &
  string;
type EventOf<T> = Exclude<keyof T & string, RequestOf<T>>;
type Args<T, K extends keyof T> = T[K] extends (...args: infer A) => unknown ? A : never;
type Answer<T, K extends keyof T> = T[K] extends (...args: never[]) => Promise<infer R> ? R : never;

/** For each method, what makes its arguments of a message from outside; null refuses the message. */
export type Guards<T> = { readonly [K in keyof T]: (args: readonly unknown[]) => Args<T, K> | null };

/** `disposed`: this side is closed; `refused`: the other side does not take such a message; `failed`: it tried. */
export type ChannelFailure = "disposed" | "refused" | "failed";

export class ChannelError extends Error {
  readonly reason: ChannelFailure;
  constructor(reason: ChannelFailure, message: string) {
    super(message);
    this.name = "ChannelError";
    this.reason = reason;
  }
  static is(error: unknown, reason?: ChannelFailure): error is ChannelError {
    return error instanceof ChannelError && (reason === undefined || error.reason === reason);
  }
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: ChannelError): void;
}

/**
 * Requests, replies and events over `postMessage`, the same on both sides. `To` is what the other side answers, `From`
 * what this side does. Every event is a complete snapshot, never a delta: one may be lost while a page is hidden.
 */
export class Channel<To extends Side<To>, From extends Side<From>> {
  readonly #port: Port;
  readonly #handlers: From;
  readonly #guards: Guards<From> | null;
  readonly #pending = new Map<number, Pending>();
  readonly #stop: () => void;
  #nextId = 1;
  #disposed = false;

  /** Without guards every argument list is taken: only where the other side is trusted, as the host is for a page. */
  constructor(port: Port, handlers: From, guards: Guards<From> | null) {
    this.#port = port;
    this.#handlers = handlers;
    this.#guards = guards;
    this.#stop = port.listen((message) => this.#receive(message));
  }

  /** Rejects with a ChannelError where the other side refuses or fails, and when this side is disposed. */
  ask<K extends RequestOf<To>>(method: K, ...args: Args<To, K>): Promise<Answer<To, K>> {
    if (this.#disposed) return Promise.reject(new ChannelError("disposed", "This page is closed."));
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve: (value) => resolve(value as Answer<To, K>), reject });
      this.#post({ type: "ask", id, method, args });
    });
  }

  /** Sends an event; nothing comes back. */
  tell<K extends EventOf<To>>(event: K, ...args: Args<To, K>): void {
    if (!this.#disposed) this.#post({ type: "tell", method: event, args });
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#stop();
    for (const { reject } of this.#pending.values()) reject(new ChannelError("disposed", "This page is closed."));
    this.#pending.clear();
  }

  #post(message: unknown): void {
    this.#port.post(encode(message));
  }

  #receive(raw: unknown): void {
    const message = asMessage(raw);
    if (message === null) return;
    if (message.type === "reply") this.#settle(message);
    else if (message.type === "tell") this.#invoke(message.method, message.args)?.catch(() => undefined);
    else void this.#answer(message);
  }

  #settle({ id, value, failure, text }: Reply): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (failure === undefined) pending?.resolve(value);
    else pending?.reject(new ChannelError(failure, text ?? ""));
  }

  async #answer({ id, method, args }: Ask): Promise<void> {
    const reply = await this.#outcome(method, args);
    if (!this.#disposed) this.#post({ type: "reply", id, ...reply });
  }

  async #outcome(method: string, args: readonly unknown[]): Promise<Omit<Reply, "type" | "id">> {
    try {
      const answer = this.#invoke(method, args);
      if (answer === null) return { failure: "refused", text: `Not understood: ${method.slice(0, 80)}` };
      return { value: await answer };
    } catch (error) {
      return { failure: "failed", text: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Null where the message is refused: no such method, or arguments its guard does not take. */
  #invoke(method: string, args: readonly unknown[]): Promise<unknown> | null {
    if (this.#guards !== null && !Object.hasOwn(this.#guards, method)) return null;
    const known = method as keyof From;
    const handler = this.#handlers[known] as Method | undefined;
    if (typeof handler !== "function" || method in Object.prototype || method === "constructor") return null;
    const checked = this.#guards === null ? args : this.#guards[known](args);
    if (checked === null) return null;
    return (async () => handler.apply(this.#handlers, [...checked]))();
  }
}

interface Ask {
  readonly type: "ask";
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
}
interface Tell {
  readonly type: "tell";
  readonly method: string;
  readonly args: readonly unknown[];
}
interface Reply {
  readonly type: "reply";
  readonly id: number;
  readonly value?: unknown;
  readonly failure?: ChannelFailure;
  readonly text?: string;
}

const FAILURES: readonly unknown[] = ["disposed", "refused", "failed"] satisfies ChannelFailure[];

/** What came in, where it has the outline of a message of ours; null for everything else. */
function asMessage(raw: unknown): Ask | Tell | Reply | null {
  if (typeof raw !== "object" || raw === null) return null;
  const { type, id, method, args, failure, text } = raw as Readonly<Record<string, unknown>>;
  if (type === "reply") {
    const outline = isId(id) && (failure === undefined || FAILURES.includes(failure)) && isOptionalText(text);
    return outline ? (decode(raw) as Reply) : null;
  }
  if (typeof method !== "string" || !Array.isArray(args)) return null;
  return type === "tell" || (type === "ask" && isId(id)) ? (decode(raw) as Ask | Tell) : null;
}

const isId = (id: unknown): boolean => typeof id === "number" && Number.isSafeInteger(id);
const isOptionalText = (text: unknown): boolean => text === undefined || typeof text === "string";
