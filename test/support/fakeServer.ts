import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface FakeRun {
  readonly id: string;
  readonly name?: string;
  readonly status?: string;
  readonly deleted?: boolean;
  readonly metrics?: Readonly<Record<string, number | "NaN" | "Infinity" | "-Infinity">>;
  readonly params?: Readonly<Record<string, string>>;
}

export interface FakeExperiment {
  readonly id: string;
  readonly name: string;
  readonly deleted?: boolean;
  readonly runs: readonly FakeRun[];
}

type Answer = (request: IncomingMessage, body: unknown, response: ServerResponse) => boolean;

/** Speaks the read side of MLflow's REST API over made up experiments, as MLflow 3.18 answers. */
export class FakeServer {
  experiments: readonly FakeExperiment[] = [];
  version: string | null = "3.18.0";
  /** Runs of a page at most, whatever is asked for. */
  page = 1000;
  /** Asked before the rest; true where it has answered. */
  intercept: Answer = () => false;
  readonly asked: string[] = [];
  readonly headers: IncomingMessage["headers"][] = [];
  readonly #server: Server = createServer((request, response) => void this.#take(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString();
    const body: unknown = text === "" ? null : JSON.parse(text);
    this.asked.push(`${request.method} ${request.url}`);
    this.headers.push(request.headers);
    if (!this.intercept(request, body, response)) this.#answer(request.url ?? "", body as Asked | null, response);
  }

  #answer(url: string, body: Asked | null, response: ServerResponse): void {
    const json = (value: object): void => {
      response.setHeader("Content-Type", "application/json").end(JSON.stringify(value, null, 2));
    };
    if (url.endsWith("/health")) response.end("OK");
    else if (url.endsWith("/version") && this.version !== null) response.end(this.version);
    else if (url.endsWith("/mlflow/experiments/search"))
      json(this.#paged("experiments", this.experiments.map(experimentJson), body));
    else if (url.endsWith("/mlflow/runs/search")) {
      const found = this.experiments.find(({ id }) => id === body?.experiment_ids?.[0]);
      json(
        this.#paged(
          "runs",
          (found?.runs ?? []).map((run) => runJson(run, found?.id ?? "")),
          body,
        ),
      );
    } else {
      response.statusCode = 404;
      response.end("<html>404</html>");
    }
  }

  /** Empty lists are left out; a token is the base64 of an offset. */
  #paged(key: string, items: readonly object[], body: Asked | null): object {
    const from =
      body?.page_token === undefined ? 0 : JSON.parse(Buffer.from(body.page_token, "base64").toString()).offset;
    const to = from + Math.min(this.page, body?.max_results ?? 1000);
    const token = Buffer.from(JSON.stringify({ offset: to })).toString("base64");
    return {
      ...(from < items.length ? { [key]: items.slice(from, to) } : {}),
      ...(to < items.length ? { next_page_token: token } : {}),
    };
  }
}

interface Asked {
  readonly experiment_ids?: readonly string[];
  readonly max_results?: number;
  readonly page_token?: string;
}

function experimentJson({ id, name, deleted }: FakeExperiment): object {
  return { experiment_id: id, name, artifact_location: "/x", lifecycle_stage: deleted ? "deleted" : "active" };
}

function runJson(
  { id, name = "", status = "FINISHED", deleted, metrics = {}, params = {} }: FakeRun,
  experiment: string,
): object {
  return {
    info: {
      ...{ run_uuid: id, run_id: id, run_name: name, experiment_id: experiment, status },
      lifecycle_stage: deleted ? "deleted" : "active",
    },
    data: {
      metrics: Object.entries(metrics).map(([key, value]) => ({ key, value, timestamp: 1, step: 0 })),
      params: Object.entries(params).map(([key, value]) => ({ key, value })),
    },
    inputs: {},
  };
}
