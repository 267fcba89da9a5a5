import { deepEqual, equal, match, ok } from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Level } from "../../../../src/core/verify/rule.ts";
import { verdictOf } from "../../../../src/core/verify/words.ts";
import { serverAddress } from "../../../../src/engine/server/address.ts";
import { verifyStores } from "../../../../src/engine/verify/verify.ts";
import { type FakeExperiment, FakeServer } from "../../../support/fakeServer.ts";
import { buildStore } from "../../../support/store.ts";

const [ONE, TWO, OLD] = ["1".repeat(32), "2".repeat(32), "3".repeat(32)] as const;

/** What the store holds, as a server would show it. */
const SHOWN: readonly FakeExperiment[] = [
  {
    id: "11",
    name: "churn",
    runs: [
      { id: ONE, name: "one", metrics: { rmse: 0.5, nan: "NaN", inf: 1.7976931348623157e308 }, params: { lr: "0.1" } },
      { id: TWO, name: "two", status: "FAILED" },
    ],
  },
  { id: "12", name: "old", deleted: true, runs: [{ id: OLD, name: "gone", deleted: true }] },
];

describe("verify of a server", () => {
  let folder: string;
  let server: FakeServer;
  let url: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "verify-server-"));
    buildStore(join(folder, "mlruns"), {
      experiments: [
        {
          id: "11",
          name: "churn",
          runs: [
            {
              id: ONE,
              name: "one",
              metrics: { rmse: [0.9, 0.5], nan: Number.NaN, inf: Number.POSITIVE_INFINITY },
              params: { lr: "0.1" },
            },
            { id: TWO, name: "two", status: "FAILED" },
          ],
        },
        { id: "12", name: "old", lifecycle: "deleted", runs: [{ id: OLD, name: "gone" }] },
      ],
    });
    server = new FakeServer();
    server.experiments = SHOWN;
    url = await server.start();
  });
  afterEach(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const verified = async (level: Level = "full", address = url, signal?: AbortSignal) => {
    const asked = serverAddress(address) ?? undefined;
    ok(asked);
    const store = { key: join(folder, "mlruns"), kind: "file", base: folder, label: "mlruns" } as const;
    const request = { target: { kind: "data" }, level, only: null, server: asked } as const;
    return verifyStores(folder, [store], request, signal === undefined ? {} : { signal });
  };
  const told = async (level?: Level, address?: string): Promise<string[]> => {
    const { findings, unfinished } = await verified(level, address);
    equal(unfinished, null);
    return findings
      .filter(({ rule }) => rule.startsWith("MLR8"))
      .map(({ rule, severity, file, message }) => `${rule} ${severity} ${file}: ${message}`);
  };
  const churn = (runs: FakeExperiment["runs"]): readonly FakeExperiment[] => [
    { id: "11", name: "churn", runs },
    ...SHOWN.slice(1),
  ];
  const [first, second] = SHOWN[0]?.runs ?? [];
  ok(first && second);

  for (const level of ["quick", "full", "bytes"] as const) {
    it(`has nothing to say where both are the same, at the level ${level}`, async () => {
      deepEqual(await told(level), []);
      equal(
        verdictOf(await verified(level)),
        `The data is whole: 1 store, 2 experiments, 3 runs; ${url} (MLflow 3.18.0) shows all of it.`,
      );
    });
  }

  it("goes from page to page", async () => {
    server.page = 1;
    deepEqual(await told(), []);
    equal(server.asked.filter((line) => line.endsWith("runs/search")).length, 3);
  });

  it("names experiments that one side lacks, but for an empty Default", async () => {
    server.experiments = [
      ...SHOWN.slice(0, 1),
      { id: "0", name: "Default", runs: [] },
      { id: "77", name: "new", runs: [{ id: "7".repeat(32) }] },
    ];
    deepEqual(await told(), [
      'MLR803 error mlruns/.trash/12: The server has no experiment "old" (12).',
      'MLR804 warning mlruns: The server\'s experiment "new" (77) is not in the store.',
    ]);
    server.experiments = [...SHOWN, { id: "0", name: "Default", runs: [{ id: "7".repeat(32) }] }];
    deepEqual(await told(), ['MLR804 warning mlruns: The server\'s experiment "Default" (0) is not in the store.']);
  });

  it("knows an experiment again by its name under another id", async () => {
    server.experiments = SHOWN.map((experiment, i) => ({ ...experiment, id: String(i + 1) }));
    deepEqual(await told(), []);
  });

  it("names runs that one side lacks", async () => {
    server.experiments = churn([first, { id: "7".repeat(32), name: "seven" }]);
    const lines = [
      `MLR805 error mlruns/11/${TWO}: The server does not show the run "two" (22222222).`,
      'MLR806 warning mlruns/11: The server\'s run "seven" (77777777) of "churn" is not in the store.',
    ];
    deepEqual(await told(), lines);
    deepEqual(await told("quick"), [lines[0]?.replace('"two" (22222222)', "22222222"), lines[1]]);
    match(verdictOf(await verified()), /^Every run can be read, but 1 error was found beside them\.$/);
  });

  it("tells status, state, last metrics and params that differ, from the level full on", async () => {
    server.experiments = churn([
      { ...first, metrics: { ...first.metrics, rmse: 0.9 }, params: { lr: "0.2", more: "x" } },
      { ...second, status: "FINISHED", deleted: true },
    ]);
    deepEqual(await told(), [
      `MLR807 error mlruns/11/${ONE}: Of the run "one" (11111111) rmse is 0.5 here and 0.9 there, lr is "0.1" here and "0.2" there, more is missing here and "x" there.`,
      `MLR807 error mlruns/11/${TWO}: Of the run "two" (22222222) status is FAILED here and FINISHED there, its state is active here and deleted there.`,
    ]);
    deepEqual(await told("quick"), []);
  });

  it("says which experiment a server cannot list, and looks at the others", async () => {
    server.intercept = (request, body, response) => {
      if (!request.url?.endsWith("runs/search") || !JSON.stringify(body).includes('"11"')) return false;
      response.statusCode = 500;
      response.end(
        JSON.stringify({ error_code: "INTERNAL_ERROR", message: "Metric 'rmse' is malformed\u001b[31m; no data." }),
      );
      return true;
    };
    server.experiments = [...SHOWN.slice(0, 1), { ...SHOWN[1], runs: [] } as FakeExperiment];
    const [refused, missing, ...rest] = await told();
    match(
      refused ?? "",
      /^MLR802 error mlruns\/11: The server does not list the runs of "churn": it answers 500 \(INTERNAL_ERROR: Metric 'rmse' is malformed.*no data\)\.$/,
    );
    match(missing ?? "", /^MLR805 /);
    deepEqual(rest, []);
    equal((refused ?? "").includes("\u001b"), false);
  });

  describe("that is not there, or is something else", () => {
    const cases: Record<string, [FakeServer["intercept"], RegExp]> = {
      "no MLflow": [
        (_, __, response) => !!response.end("<html>"),
        /^MLR801 .* answers \/health with something other than OK: it is no MLflow server\.$/,
      ],
      "an error": [(_, __, response) => !!response.writeHead(503).end(), /^MLR801 .* answers 503\.$/],
      "a question for a password": [
        ({ url: path }, _, response) => path !== "/health" && path !== "/version" && !!response.writeHead(401).end(),
        /^MLR802 .* asks for a user and password: set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD\.$/,
      ],
      "a redirect elsewhere": [
        (_, __, response) => !!response.writeHead(302, { Location: "http://localhost:9/health" }).end(),
        /^MLR801 .* leads to another address, which is not followed/,
      ],
      "a redirect in a circle": [
        ({ url: path }, __, response) => !!response.writeHead(302, { Location: `${path}x` }).end(),
        /^MLR801 .* leads from one of its addresses to the next without an end\.$/,
      ],
      "a redirect to what is no address": [
        (_, __, response) => !!response.writeHead(302, { Location: "http://[" }).end(),
        /^MLR801 .* leads to another address/,
      ],
      "too much for /health": [
        (_, __, response) => !!response.end("x".repeat(1 << 17)),
        /^MLR801 .* answers with more than 64 KiB\.$/,
      ],
      "a connection cut": [
        (request) => !!request.socket.destroy(),
        /^MLR801 .* ended the connection before it answered\.$/,
      ],
      "no JSON": [
        ({ url: path }, _, response) => !!path?.endsWith("search") && !!response.end("<html>"),
        /^MLR802 .* answers experiments\/search with something that is no JSON\.$/,
      ],
      "odd JSON": [
        ({ url: path }, _, response) => !!path?.endsWith("search") && !!response.end('{"experiments": [3]}'),
        /^MLR802 .* answers experiments\/search with something that MLflow does not\.$/,
      ],
      "one page for ever": [
        ({ url: path }, _, response) => !!path?.endsWith("search") && !!response.end('{"next_page_token": "x"}'),
        /^MLR802 .* answers experiments\/search with the same page again and again\.$/,
      ],
    };
    for (const [name, [intercept, expected]] of Object.entries(cases)) {
      it(`is told: ${name}`, async () => {
        server.intercept = intercept;
        const [line = "", ...rest] = await told();
        match(line, expected);
        deepEqual(rest, []);
      });
    }

    it("is told: nobody listens", async () => {
      const free = createServer().listen(0, "127.0.0.1");
      await new Promise((resolve) => free.once("listening", resolve));
      const { port } = free.address() as AddressInfo;
      await new Promise((resolve) => free.close(resolve));
      deepEqual(await told("quick", `http://127.0.0.1:${port}`), [
        `MLR801 error mlruns: The server http://127.0.0.1:${port} cannot be reached: nothing listens there.`,
      ]);
    });
  });

  it("follows a redirect within the server's own address", async () => {
    server.intercept = ({ url: path }, _, response) =>
      path === "/health" && !!response.writeHead(307, { Location: "/up/health" }).end();
    deepEqual(await told(), []);
  });

  it("asks for smaller pages where one is too large", async () => {
    const sizes: number[] = [];
    server.intercept = (request, body, response) => {
      if (!request.url?.endsWith("runs/search")) return false;
      const { max_results: size } = body as { max_results: number };
      sizes.push(size);
      return size > 700 && !!response.end(" ".repeat(65 << 20));
    };
    deepEqual(await told("quick"), []);
    deepEqual(sizes, [5000, 2500, 1250, 625, 625]);
  });

  it("asks behind a prefix as MLflow's page does, and sends who asks without ever telling it", async () => {
    const address = url.replace("http://", "http://ann:s%40cret@");
    deepEqual(await told("full", `${address}/tracking/`), []);
    deepEqual(
      [...new Set(server.asked)],
      [
        "GET /tracking/health",
        "GET /tracking/version",
        "POST /tracking/ajax-api/2.0/mlflow/experiments/search",
        "POST /tracking/ajax-api/2.0/mlflow/runs/search",
      ],
    );
    ok(server.headers.every(({ authorization }) => authorization === `Basic ${btoa("ann:s@cret")}`));
    await server.stop();
    const { findings, server: asked } = await verified("full", address);
    equal(JSON.stringify([findings, asked]).includes("cret"), false);
    server = new FakeServer();
    await server.start();
  });

  it("does not go without the version of a server that tells none", async () => {
    server.version = null;
    deepEqual(await told(), []);
    match(verdictOf(await verified()), /; http:\/\/127\.0\.0\.1:\d+ shows all of it\.$/);
  });

  it("ends when it is interrupted while a server lets it wait", async () => {
    const interrupt = new AbortController();
    server.intercept = ({ url: path }) => {
      if (path === "/health") setTimeout(() => interrupt.abort(), 0);
      return true;
    };
    const { unfinished } = await verified("quick", url, interrupt.signal);
    equal(unfinished, "it was interrupted.");
  });

  it("compares the store that the server shows, of several", async () => {
    buildStore(join(folder, "other"), { experiments: [{ id: "5", name: "else", runs: [{}] }] });
    const store = (label: string) => ({ key: join(folder, label), kind: "file", base: folder, label }) as const;
    const address = serverAddress(url);
    ok(address);
    const request = { target: { kind: "data" }, level: "full", only: null, server: address } as const;
    const { findings } = await verifyStores(folder, [store("other"), store("mlruns")], request);
    deepEqual(
      findings.filter(({ rule }) => rule.startsWith("MLR8")),
      [],
    );
  });

  it("asks nobody unless it is told to", async () => {
    const store = { key: join(folder, "mlruns"), kind: "file", base: folder, label: "mlruns" } as const;
    await verifyStores(folder, [store], { target: { kind: "data" }, level: "full", only: null });
    deepEqual(server.asked, []);
  });

  it("leaves a run that is being written to itself", async () => {
    writeFileSync(join(folder, "mlruns/11", ONE, "meta.yaml"), runMeta("1"));
    server.experiments = churn([{ ...first, status: "RUNNING", metrics: { rmse: 7 } }, second]);
    deepEqual(await told(), []);
  });
});

function runMeta(status: string): string {
  return [
    ...["artifact_uri: /x", "end_time: null", "experiment_id: '11'", "lifecycle_stage: active"],
    ...[`run_id: '${ONE}'`, `run_uuid: '${ONE}'`, "run_name: one", "source_type: 4", `status: ${status}`],
    ...["start_time: 1709193600000", "tags: []", "user_id: u", ""],
  ].join("\n");
}

describe("serverAddress", () => {
  it("takes addresses of web servers, and nothing else", () => {
    for (const text of ["", "localhost:5000", "ftp://x", "file:///x", "sqlite:///x", "http://"])
      equal(serverAddress(text), null, text);
    deepEqual(serverAddress("https://x.org/a/b/?q#f"), {
      origin: "https://x.org",
      prefix: "/a/b",
      authorization: null,
    });
  });

  it("heeds the variables of MLflow's client", () => {
    const of = (credentials: object) => serverAddress("http://x", credentials)?.authorization;
    equal(of({ MLFLOW_TRACKING_USERNAME: "ann", MLFLOW_TRACKING_PASSWORD: "p" }), `Basic ${btoa("ann:p")}`);
    equal(of({ MLFLOW_TRACKING_TOKEN: "t" }), "Bearer t");
  });
});
