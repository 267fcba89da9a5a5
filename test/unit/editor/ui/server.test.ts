import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isUp } from "../../../../src/editor/ui/probe.ts";
import { serverOfCompose, serverOfUrl } from "../../../../src/editor/ui/server.ts";

describe("finding MLflow's server", () => {
  let root = "";
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "mlflow-runs-compose-"));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it("keeps the route apart from the origin", () => {
    const { origin, route } = serverOfUrl("http://127.0.0.1:5000/#/experiments/1") ?? {};
    assert.deepEqual([origin, route], ["http://127.0.0.1:5000", "/#/experiments/1"]);
  });

  it("takes no address of another kind", () => {
    assert.equal(serverOfUrl("file:///etc/passwd"), null);
    assert.equal(serverOfUrl("nonsense"), null);
  });

  it("reads the compose file and its .env", async () => {
    const file = join(root, "docker-compose.yml");
    writeFileSync(file, `services:\n  ui:\n    command: mlflow server\n    ports: ['\${PORT:-5000}:5000']\n`);
    writeFileSync(join(root, ".env"), "PORT=5055\n");
    assert.deepEqual(await serverOfCompose([root], ""), {
      origin: "http://127.0.0.1:5055",
      route: "/",
      compose: { file, service: "ui" },
    });
  });

  it("prefers the file that is set", async () => {
    mkdirSync(join(root, "stack"));
    writeFileSync(join(root, "stack/mine.yml"), "services: {m: {image: mlflow, ports: ['1:5000']}}");
    assert.equal((await serverOfCompose([root], "stack/mine.yml"))?.origin, "http://127.0.0.1:1");
    assert.equal(await serverOfCompose([root], ""), null);
  });
});

describe("isUp", () => {
  let server: Server;
  let known = "/health";
  let origin = "";
  before(async () => {
    server = createServer((request, response) => response.writeHead(request.url === known ? 200 : 404).end());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());

  it("asks /health, then /version", async () => {
    assert.equal(await isUp(origin), true);
    known = "/version";
    assert.equal(await isUp(origin), true);
  });

  it("is false for another server, and where nobody listens", async () => {
    known = "/other";
    assert.equal(await isUp(origin), false);
    assert.equal(await isUp("http://127.0.0.1:1"), false);
  });
});
