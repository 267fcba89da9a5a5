import { fieldOf } from "../../core/model/fields.ts";
import { type ToldExperiment, type ToldRun, toldExperiment, toldRun } from "../../core/verify/server/told.ts";
import type { ServerAddress } from "./address.ts";
import { ServerFault } from "./fault.ts";
import { askServer, parsed } from "./request.ts";

/** Bounds of what is asked: MLflow reads a folder of runs whole for every page, so that large pages cost it least. */
const BOUNDS = {
  short: { seconds: 10, limit: 1 << 16 },
  long: { seconds: 120, limit: 64 << 20 },
  page: 5000,
  leastPage: 50,
  pages: 10_000,
} as const;

/** The read side of an MLflow tracking server: what it is, and which experiments and runs it shows. */
export class MlflowServer {
  readonly #address: ServerAddress;
  readonly #signal: AbortSignal;
  #page: number = BOUNDS.page;

  constructor(address: ServerAddress, signal: AbortSignal) {
    this.#address = address;
    this.#signal = signal;
  }

  /** Throws a ServerFault where it is not up, or is no MLflow. */
  async health(): Promise<void> {
    const text = await askServer(this.#address, { path: "/health", ...BOUNDS.short }, this.#signal);
    if (text.trim() !== "OK")
      throw new ServerFault("malformed", "answers /health with something other than OK: it is no MLflow server");
  }

  /** As `3.18.0`; null where it does not say, as before 1.24. */
  async version(): Promise<string | null> {
    try {
      const text = await askServer(this.#address, { path: "/version", ...BOUNDS.short }, this.#signal);
      return /^\s*(\d{1,4}(?:\.\w{1,20}){1,4})\s*$/.exec(text)?.[1] ?? null;
    } catch (error) {
      if (error instanceof ServerFault && error.kind !== "unreachable") return null;
      throw error;
    }
  }

  /** Deleted ones too. */
  experiments(): AsyncGenerator<ToldExperiment> {
    return this.#pages("experiments/search", { view_type: "ALL" }, "experiments", 1000, toldExperiment);
  }

  /** Runs of one experiment, deleted ones too. */
  runs(experiment: string): AsyncGenerator<ToldRun> {
    const body = { experiment_ids: [experiment], run_view_type: "ALL" };
    return this.#pages("runs/search", body, "runs", BOUNDS.page, toldRun);
  }

  async *#pages<T>(
    call: string,
    body: object,
    list: string,
    largest: number,
    read: (json: unknown) => T | null,
  ): AsyncGenerator<T> {
    let token: string | null = null;
    for (let left: number = BOUNDS.pages; left > 0; left--) {
      const answer: unknown = await this.#onePage(
        call,
        { ...body, ...(token === null ? {} : { page_token: token }) },
        largest,
      );
      for (const item of listed(answer, list)) {
        const told = read(item);
        if (told === null) throw new ServerFault("malformed", `answers ${call} with something that MLflow does not`);
        yield told;
      }
      const next = fieldOf(answer, "next_page_token");
      if (typeof next !== "string" || next === "") return;
      if (next === token) throw new ServerFault("malformed", `answers ${call} with the same page again and again`);
      token = next;
    }
    throw new ServerFault("too-large", `answers ${call} with more than ${BOUNDS.pages.toLocaleString("en-US")} pages`);
  }

  /** One page, a smaller one where it would be too large. */
  async #onePage(call: string, body: object, largest: number): Promise<unknown> {
    for (;;) {
      const size = Math.min(this.#page, largest);
      try {
        const request = { path: `${this.#root}/mlflow/${call}`, body: { ...body, max_results: size }, ...BOUNDS.long };
        const answer = parsed(await askServer(this.#address, request, this.#signal));
        if (typeof answer === "object" && answer !== null) return answer;
        throw new ServerFault("malformed", `answers ${call} with something that is no JSON`);
      } catch (error) {
        const isTooLarge = error instanceof ServerFault && error.kind === "too-large";
        if (!isTooLarge || size <= BOUNDS.leastPage) throw error;
        this.#page = size >> 1;
      }
    }
  }

  /** Behind a prefix MLflow answers on the addresses of its page alone. */
  get #root(): string {
    return this.#address.prefix === "" ? "/api/2.0" : "/ajax-api/2.0";
  }
}

/** An empty list is left out of an answer. */
function listed(answer: unknown, key: string): readonly unknown[] {
  const items = fieldOf(answer, key);
  return Array.isArray(items) ? items : [];
}
