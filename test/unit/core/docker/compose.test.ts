import assert from "node:assert/strict";
import { mlflowService, pagePort, readCompose } from "../../../../src/core/docker/compose.ts";
import { fill, interpolate, isKnown, readEnvironment } from "../../../../src/core/docker/interpolate.ts";
import { originOf } from "../../../../src/core/docker/ports.ts";

const FILE = `
services:
  db:
    image: postgres:16
    ports: ["5432:5432"]
  tracking:
    image: python:3.11
    command: ["mlflow", "server", "--host", "0.0.0.0"]
    ports:
      - target: 5000
        published: "\${UI_PORT:-5050}"
        host_ip: 127.0.0.1
`;

function origin(text: string, environment: Record<string, string> = {}): string | null {
  const service = mlflowService(readCompose(text, environment));
  const port = service === null ? null : pagePort(service);
  return port === null ? null : originOf(port);
}

describe("readCompose", () => {
  it("finds the service that runs MLflow, and its port", () => {
    assert.equal(mlflowService(readCompose(FILE, {}))?.name, "tracking");
    assert.equal(origin(FILE), "http://127.0.0.1:5050");
  });

  it("fills variables from the environment", () =>
    assert.equal(origin(FILE, { UI_PORT: "8081" }), "http://127.0.0.1:8081"));

  it("finds it by its image, too", () => {
    assert.equal(
      origin("services: {ui: {image: ghcr.io/mlflow/mlflow:v3, ports: ['80:5000']}}"),
      "http://127.0.0.1:80",
    );
  });

  it("reads a port that YAML would take for base 60", () => {
    assert.equal(origin("services:\n  m:\n    image: mlflow\n    ports:\n      - 22:22\n"), "http://127.0.0.1:22");
  });

  it("prefers the server over a job that only logs", () => {
    const text =
      "services: {train: {command: python mlflow_train.py, image: mlflow-job}, ui: {command: mlflow ui, ports: ['1:5000']}}";
    assert.equal(mlflowService(readCompose(text, {}))?.name, "ui");
  });

  for (const text of [
    "",
    "a: [",
    "services: 3",
    "services: {a: 1}",
    "services: !!python/object/apply:os.system [ls]",
  ]) {
    it(`finds nothing in ${JSON.stringify(text)}`, () => assert.equal(mlflowService(readCompose(text, {})), null));
  }
});

describe("ports of a service", () => {
  const cases: [string, string | null][] = [
    ["8080:5000", "http://127.0.0.1:8080"],
    ["127.0.0.1:8080:5000", "http://127.0.0.1:8080"],
    ["0.0.0.0:8080:5000/tcp", "http://127.0.0.1:8080"],
    ['"[::1]:8080:5000"', "http://[::1]:8080"],
    ["8080-8081:5000-5001", "http://127.0.0.1:8080"],
    ["5000", null],
    ["53:53/udp", null],
    ["99999:5000", null],
    ['{ target: 5000, published: "81" }', "http://127.0.0.1:81"],
    ["{ target: 5000, published: 81, host_ip: 127.0.0.1 }", "http://127.0.0.1:81"],
    ["{ target: 5000 }", null],
    ["null", null],
    [`\${UNKNOWN}:5000`, null],
  ];
  for (const [port, expected] of cases) {
    it(`reads ${port}`, () => {
      const [service] = readCompose(`services:\n  m:\n    image: mlflow\n    ports:\n      - ${port}\n`, {});
      const [read] = service?.ports ?? [];
      assert.equal(read === undefined ? null : originOf(read), expected);
    });
  }
});

describe("interpolate", () => {
  const environment = { A: "a", EMPTY: "" };
  const cases: [string, string][] = [
    [`$A-\${A}`, "a-a"],
    ["$$A", "$A"],
    [`\${NONE}`, ""],
    [`\${NONE:-x}\${EMPTY:-y}\${EMPTY-z}`, "xy"],
    [`\${A:+set}\${NONE:+set}`, "set"],
    [`\${NONE:?must be set}`, ""],
    [`\${__proto__:-p}`, "p"],
    [`\${NONE:-\${A:-x}}/\${NONE:-\${ALSO_NONE:-y}}`, "a/y"],
    [`\${NONE:-{}}`, "{}"],
    [`\${A`, `\${A`],
    ["$", "$"],
    ["5$", "5$"],
  ];
  for (const [text, expected] of cases) {
    it(`fills ${text}`, () => assert.equal(interpolate(text, environment), expected));
  }
});

describe("fill", () => {
  it("tells where a variable left a gap", () => {
    assert.equal(isKnown(fill(`\${NONE}/mlruns`, {})), false);
    assert.equal(isKnown(fill(`\${NONE:-data}/mlruns`, {})), true);
  });

  it("bounds what a text may become", () => {
    const nested = `${"${A:-".repeat(5000)}x${"}".repeat(5000)}`;
    assert.equal(isKnown(fill(nested, {})), false);
    const long = fill("$A".repeat(100_000), { A: "x".repeat(60_000) });
    assert.ok(long.length <= 1 << 16);
  });
});

describe("readEnvironment", () => {
  it("reads names and values, without comments and quotes", () => {
    const text = '# c\nPORT=5055 # why\nexport NAME="a b"\nEMPTY=\nnot a line\n';
    assert.deepEqual(readEnvironment(text), { PORT: "5055", NAME: "a b", EMPTY: "" });
  });
});
