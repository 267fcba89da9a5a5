import { deepEqual, equal, match } from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { ComposeFolder, healthy } from "../../../support/composing.ts";
import { mendStore } from "../../../support/mending.ts";

const MLFLOW_3_18 = { kind: "mlflow", major: 3, minor: 18 } as const;
const SEED_OPTIONS =
  "--backend-store-uri file:///mlflow/mlruns --default-artifact-root /mlflow/artifacts --serve-artifacts";

describe("verify of compose files", () => {
  let folder: ComposeFolder;

  beforeEach(() => {
    folder = new ComposeFolder();
  });
  afterEach(() => folder.remove());

  /** Each service, and the rules that it must be told by. */
  const cases = (
    rules: readonly string[],
    services: Readonly<Record<string, Readonly<Record<string, string | null>>>>,
  ) => {
    for (const [name, fields] of Object.entries(services)) {
      it(`${rules.length === 0 ? "is content with" : `tells ${rules.join(", ")} of`} ${name}`, async () =>
        deepEqual(await folder.rules(healthy(fields)), rules));
    }
  };

  describe("a server that shows the store", () => {
    cases([], {
      "a mount of the store where the flag says": {},
      "a flag with an equals sign": { command: "mlflow server --host=0.0.0.0 --backend-store-uri=file:///data/mlruns" },
      "a command as a list": { command: '["mlflow", "ui", "-h", "0.0.0.0", "--backend-store-uri", "/data/mlruns"]' },
      "a shell's script": {
        command: `bash -c "pip install boto3 && exec mlflow server --host 0.0.0.0 --backend-store-uri /data/mlruns"`,
      },
      "a continued line": {
        command: `>\n      sh -c "mlflow server \\\\\n        --host 0.0.0.0 --backend-store-uri /data/mlruns"`,
      },
      "an entrypoint": {
        entrypoint: '["mlflow", "server"]',
        command: '["--host", "0.0.0.0", "--backend-store-uri", "/data/mlruns"]',
      },
      "a variable of its own": {
        command: "mlflow server --host 0.0.0.0",
        environment: "{ MLFLOW_BACKEND_STORE_URI: /data/mlruns }",
      },
      "variables as a list": {
        command: "mlflow server",
        environment: '["MLFLOW_HOST=0.0.0.0", "MLFLOW_BACKEND_STORE_URI=/data/mlruns"]',
      },
      "a variable that the shell reads": {
        command: `sh -c 'mlflow server --host 0.0.0.0 --backend-store-uri $$STORE'`,
        environment: "{ STORE: /data/mlruns }",
      },
      "a default of a variable": { volumes: `["\${DATA:-./mlruns}:/data/mlruns"]` },
      "the folder that Compose is started in": { volumes: `["\${PWD}/mlruns:/data/mlruns"]` },
      "a mount of a folder around": { volumes: '["./:/data"]' },
      "the long form": {
        volumes: "[{ type: bind, source: ./mlruns, target: /data/mlruns }]",
        ports: "[{ target: 5000, published: 5000, host_ip: 127.0.0.1 }]",
      },
      "a path from its folder": {
        working_dir: "/data",
        command: "mlflow server --host 0.0.0.0 --backend-store-uri ./mlruns",
      },
      "MLflow's default in its folder": { working_dir: "/data", command: "mlflow server --host 0.0.0.0" },
      "MLflow's default in an image's folder": { command: "mlflow ui --host 0.0.0.0", volumes: '["./mlruns:/mlruns"]' },
      "a volume that is bound to the folder": {
        volumes:
          '["data:/data/mlruns"]\nvolumes: { data: { driver_opts: { type: none, o: bind, device: "./mlruns" } } }\nx-rest:\n    a: b',
      },
      "a path that only one machine knows": { volumes: '["/srv/mlruns:/data/mlruns"]' },
      "a variable that nobody sets": { volumes: `["\${DATA}/mlruns:/data/mlruns"]` },
      "an address that nobody knows": { command: `mlflow server --host 0.0.0.0 --backend-store-uri \${STORE}` },
      "a script that is not read": { command: "./start.sh", image: "ghcr.io/mlflow/mlflow:v3.18.0" },
      "a read-only mount, all folders there": { volumes: '["./mlruns:/data/mlruns:ro"]' },
    });

    it("fills variables from .env beside the file", async () => {
      folder.write(".env", "WHERE=./mlruns\nPORT=5050\n");
      deepEqual(
        await folder.rules(healthy({ volumes: `["$WHERE:/data/mlruns"]`, ports: `["127.0.0.1:\${PORT}:5000"]` })),
        [],
      );
    });

    it("heeds what an override puts on top", async () => {
      folder.write("compose.override.yaml", 'services: { mlflow: { volumes: ["./mlruns:/data/mlruns"] } }\n');
      deepEqual(await folder.rules(healthy({ volumes: null })), []);
    });

    it("knows anchors and merge keys", async () => {
      const text = `x-base: &base\n  image: ghcr.io/mlflow/mlflow:v2.22.0\n  volumes: [ "./mlruns:/data/mlruns" ]\n${healthy({ volumes: null, "<<": "*base" })}`;
      deepEqual(await folder.rules(text), []);
    });
  });

  describe("MLR702, no store where the server looks", () => {
    cases(["MLR702"], {
      "no mount": { volumes: null },
      "a mount elsewhere": { volumes: '["./mlruns:/mlruns"]' },
      "a mount of a name that begins alike": { volumes: '["./mlruns:/data/mlruns2"]' },
      "a folder without a store": {
        volumes: '["./:/data"]',
        command: "mlflow server --host 0.0.0.0 --backend-store-uri /data/other",
      },
      "a database that is not there": {
        command: "mlflow server --host 0.0.0.0 --backend-store-uri sqlite:////data/mlruns/mlflow.db",
      },
      "a relative database": { command: "mlflow server --host 0.0.0.0 --backend-store-uri sqlite:///mlflow.db" },
      "a volume that nobody declares": { volumes: '["mlruns:/data/mlruns"]' },
      "the default of no folder": { command: "mlflow server --host 0.0.0.0" },
      "a variable over the default": {
        command: "mlflow server --host 0.0.0.0",
        environment: '["MLFLOW_BACKEND_STORE_URI=/elsewhere"]',
      },
    });

    it("says where, and which volume would show the store", async () => {
      deepEqual(await folder.found(healthy({ volumes: null })), [
        'MLR702 warning compose.yaml:4:14 The service "mlflow" reads /data/mlruns, where nothing of the host is mounted; ' +
          'a store lies in mlruns; the volume "./mlruns:/data/mlruns" would show it.',
      ]);
    });

    it("is an error for a version that is to show the store", async () => {
      const [line = ""] = await folder.found(healthy({ volumes: null }), { kind: "mlflow", major: 2, minor: 22 });
      match(line, /^MLR702 error /);
      deepEqual(await folder.rules(healthy({ volumes: null }), { kind: "migration" }), []);
    });

    it("counts paths from the compose file's folder", async () => {
      folder.write("docker/compose.yaml", healthy({ volumes: '["./mlruns:/data/mlruns"]' }));
      deepEqual(await folder.rules(healthy()), ["MLR703"]);
      folder.write("docker/compose.yaml", healthy({ volumes: '["../mlruns:/data/mlruns"]' }));
      deepEqual(await folder.rules(healthy()), []);
    });

    it("is not said of an image that the store is copied into", async () => {
      folder.write("Dockerfile", "FROM python:3.11-slim\nWORKDIR /data\nCOPY . .\nRUN pip install mlflow==2.14\n");
      deepEqual(await folder.rules(healthy({ image: null, build: ".", volumes: null })), []);
      folder.write("Dockerfile", "FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nRUN pip install mlflow==2.14\n");
      deepEqual(await folder.rules(healthy({ image: null, build: ".", volumes: null })), ["MLR702"]);
    });

    it("takes command, folder and variables of a Dockerfile", async () => {
      folder.write(
        "docker/Dockerfile.mlflow",
        'FROM python:3.11-slim AS base\nENV MLFLOW_HOST=0.0.0.0\nFROM base\nWORKDIR /data\nCMD ["mlflow", "server"]\n',
      );
      const build = "{ context: docker, dockerfile: Dockerfile.mlflow }";
      deepEqual(await folder.rules(healthy({ image: null, command: null, build })), []);
      deepEqual(await folder.rules(healthy({ image: null, command: null, build, volumes: null })), ["MLR702"]);
    });
  });

  describe("MLR703, a mount of nothing", () => {
    cases(["MLR703"], {
      "a store that is not there": { volumes: '["./runs:/data/mlruns"]' },
      "a database that is not there": {
        volumes: '["./mlflow.db:/data/mlflow.db"]',
        command: "mlflow server --host 0.0.0.0 --backend-store-uri sqlite:////data/mlflow.db",
      },
      "something to be read only": { volumes: '["./mlruns:/data/mlruns", "./models:/models:ro"]' },
    });
    cases([], {
      "something that will be written": { volumes: '["./mlruns:/data/mlruns", "./mlartifacts:/mlartifacts"]' },
    });

    it("looks at services that mount a store, and at no others", async () => {
      const others =
        '  api: { image: api, volumes: ["./mlruns:/app/mlruns:ro", "./results:/app/results:ro"] }\n  web: { image: nginx, volumes: ["./nginx.conf:/x:ro"] }\n';
      const [line = "", ...rest] = await folder.found(healthy() + others);
      match(
        line,
        /^MLR703 warning compose\.yaml:7:\d+ The service "api" mounts results for reading, which is not there\.$/,
      );
      deepEqual(rest, []);
    });
  });

  describe("MLR704, a read-only mount", () => {
    for (const name of [".trash", "models"]) {
      it(`tells that MLflow would make ${name}`, async () => {
        rmSync(join(folder.store, name), { recursive: true });
        deepEqual(await folder.rules(healthy({ volumes: '["./mlruns:/data/mlruns:ro"]' })), ["MLR704"]);
        deepEqual(await folder.rules(healthy()), []);
      });
    }

    it("knows the long form", async () => {
      rmSync(join(folder.store, ".trash"), { recursive: true });
      const volumes = "[{ type: bind, source: ./mlruns, target: /data/mlruns, read_only: true }]";
      deepEqual(await folder.rules(healthy({ volumes })), ["MLR704"]);
    });

    it("is nothing to a service that only reads", async () => {
      rmSync(join(folder.store, ".trash"), { recursive: true });
      const api = '  api: { image: api, volumes: ["./mlruns:/app/mlruns:ro"] }\n';
      deepEqual(await folder.rules(healthy() + api), []);
    });
  });

  describe("MLR705, an MLflow that refuses the store", () => {
    cases(["MLR705"], {
      "MLflow's image of 3.13": { image: "ghcr.io/mlflow/mlflow:v3.13.0" },
      "a newer one, whole": { image: "ghcr.io/mlflow/mlflow:v3.18.0-full" },
      "another's image": { image: "bitnami/mlflow:3.14.1-debian-12-r0" },
      "one that is installed at the start": {
        image: "python:3.11-slim",
        command: `bash -c "pip install mlflow==3.13.0 && mlflow server --host 0.0.0.0 --backend-store-uri /data/mlruns"`,
      },
      "at least one of them": {
        image: "python:3.11-slim",
        command: `bash -c "pip install 'mlflow[extras]>=3.14' && mlflow server --host 0.0.0.0 --backend-store-uri /data/mlruns"`,
      },
      "a flag that says no": {
        image: "ghcr.io/mlflow/mlflow:v3.13.0",
        environment: "{ MLFLOW_ALLOW_FILE_STORE: 'false' }",
      },
      "the default, where a store lies": {
        image: "ghcr.io/mlflow/mlflow:v3.13.0",
        working_dir: "/data",
        command: "mlflow server --host 0.0.0.0",
      },
    });
    cases([], {
      "an image before it": { image: "ghcr.io/mlflow/mlflow:v3.12.0" },
      "the flag": { image: "ghcr.io/mlflow/mlflow:v3.13.0", environment: '["MLFLOW_ALLOW_FILE_STORE=true"]' },
      "the flag in front of the command": {
        image: "ghcr.io/mlflow/mlflow:v3.13.0",
        command: `sh -c "MLFLOW_ALLOW_FILE_STORE=1 mlflow server --host 0.0.0.0 --backend-store-uri /data/mlruns"`,
      },
      "the flag exported": {
        image: "ghcr.io/mlflow/mlflow:v3.13.0",
        command: `sh -c "export MLFLOW_ALLOW_FILE_STORE=true; mlflow server --host 0.0.0.0 --backend-store-uri /data/mlruns"`,
      },
      "a tag that says nothing": { image: "ghcr.io/mlflow/mlflow:latest" },
      "no tag": { image: "ghcr.io/mlflow/mlflow" },
      "an own image with a version of its own": { image: "team/mlflow:9.1.0" },
      "a flag that whoever starts it sets": {
        image: "ghcr.io/mlflow/mlflow:v3.13.0",
        environment: "[MLFLOW_ALLOW_FILE_STORE]",
      },
      "an env_file that is not here": { image: "ghcr.io/mlflow/mlflow:v3.13.0", env_file: "secret.env" },
    });

    it("reads env_file, Dockerfile and requirements", async () => {
      folder.write("mlflow.env", "MLFLOW_ALLOW_FILE_STORE=true\n");
      deepEqual(await folder.rules(healthy({ image: "ghcr.io/mlflow/mlflow:v3.13.0", env_file: "mlflow.env" })), []);
      folder.write(
        "Dockerfile",
        "ARG MLFLOW=3.14.0\nFROM python:3.11-slim\nARG MLFLOW=3.14.0\nRUN pip install --no-cache-dir \\\n  mlflow==$MLFLOW\n",
      );
      deepEqual(await folder.rules(healthy({ image: null, build: "." })), ["MLR705"]);
      deepEqual(await folder.rules(healthy({ image: null, build: "{ context: ., args: { MLFLOW: 2.14.0 } }" })), []);
      folder.write(
        "Dockerfile",
        "FROM python:3.11-slim\nCOPY requirements.txt /tmp/\nRUN pip install -r /tmp/requirements.txt\n",
      );
      folder.write("requirements.txt", "numpy\nmlflow >= 3.13, < 4  # tracking\n");
      deepEqual(await folder.rules(healthy({ image: null, build: "." })), ["MLR705"]);
      folder.write("requirements.txt", "numpy\nmlflow-skinny==3.14\nmlflow<3\n");
      deepEqual(await folder.rules(healthy({ image: null, build: "." })), []);
    });

    it("takes the version asked about where the file leaves it open", async () => {
      const latest = healthy({ image: "ghcr.io/mlflow/mlflow:latest" });
      deepEqual(await folder.rules(latest, MLFLOW_3_18), ["MLR705"]);
      deepEqual(await folder.rules(latest, { kind: "mlflow", major: 3, minor: 12 }), []);
      deepEqual(await folder.rules(healthy(), MLFLOW_3_18), [], "an image of 2.22 stays one");
    });

    it("knows what an old Python can install at most", async () => {
      const command = `bash -c "pip install mlflow && mlflow server --host 0.0.0.0 --backend-store-uri /data/mlruns"`;
      deepEqual(await folder.rules(healthy({ image: "python:3.9-slim", command }), MLFLOW_3_18), []);
      deepEqual(await folder.rules(healthy({ image: "python:3.12-slim", command }), MLFLOW_3_18), ["MLR705"]);
    });
  });

  describe("what can be mended", () => {
    it("is the mount and the flag, at once, and every other byte stays", async () => {
      const text = `# ours\n${healthy({ image: "ghcr.io/mlflow/mlflow:v3.18.0", volumes: null })}`;
      deepEqual(await folder.rules(text), ["MLR702", "MLR705"]);
      const { done, refused } = await mendStore(folder.store);
      deepEqual([done.map(({ path }) => path), refused], [["compose.yaml"], []]);
      const mended = readFileSync(join(folder.path, "compose.yaml"), "utf8");
      deepEqual(await folder.rules(mended), []);
      const added = [
        "    volumes:",
        '      - "./mlruns:/data/mlruns"',
        "    environment:",
        '      MLFLOW_ALLOW_FILE_STORE: "true"',
      ];
      equal(
        mended
          .split("\n")
          .filter((line) => !added.includes(line))
          .join("\n"),
        text,
      );
    });

    it("is left to a person where the file is not written so", async () => {
      const text = `x-v: &v []\n${healthy({ volumes: "*v" })}  other: { image: x, volumes: *v }\n`;
      deepEqual(await folder.rules(text), ["MLR702"]);
      const { done, refused } = await mendStore(folder.store);
      deepEqual(done, []);
      match(
        refused[0]?.reason ?? "",
        /^It is not written so that volumes can be added to: write ".\/mlruns:\/data\/mlruns" by hand\.$/,
      );
    });

    it("is no flag that somebody has set to no", async () => {
      await folder.rules(
        healthy({ image: "ghcr.io/mlflow/mlflow:v3.18.0", environment: "{ MLFLOW_ALLOW_FILE_STORE: 'no' }" }),
      );
      deepEqual((await mendStore(folder.store)).done, []);
    });
  });

  describe("MLR706, a health check that cannot run", () => {
    const curl = '{ test: ["CMD", "curl", "-f", "http://localhost:5000/health"] }';
    cases(["MLR706"], {
      "curl in MLflow's image": { healthcheck: curl },
      "wget in a slim Python": {
        image: "python:3.12-slim-bookworm",
        healthcheck: '{ test: ["CMD-SHELL", "wget -q -O- localhost:5000/health || exit 1"] }',
      },
      "a text": { healthcheck: '{ test: "/usr/bin/curl -f http://localhost:5000/health || exit 1" }' },
      "curl in Alpine": { image: "python:3.12-alpine", healthcheck: curl },
    });
    cases([], {
      "Python itself": {
        healthcheck: `{ test: ["CMD", "python", "-c", "import urllib.request as r; r.urlopen('http://localhost:5000/health')"] }`,
      },
      "another way behind it": { healthcheck: '{ test: "curl -f localhost:5000/health || python /check.py" }' },
      "a whole Python": { image: "python:3.12", healthcheck: curl },
      "wget in Alpine": {
        image: "python:3.12-alpine",
        healthcheck: '{ test: ["CMD", "wget", "-q", "localhost:5000"] }',
      },
      "an image that is not known": { image: "team/mlflow:1", healthcheck: curl },
      "a check that is off": { healthcheck: '{ disable: true, test: ["CMD", "curl", "x"] }' },
      "no check at all": { healthcheck: '{ test: ["NONE"] }' },
      "curl installed at the start": {
        image: "python:3.12-slim",
        healthcheck: curl,
        command: `bash -c "apt-get update && apt-get install -y curl && mlflow server --host 0.0.0.0 --backend-store-uri /data/mlruns"`,
      },
    });

    it("looks into a Dockerfile for the program, and for the check", async () => {
      folder.write(
        "Dockerfile",
        "FROM python:3.11-slim\nRUN apt-get update && apt-get install -y --no-install-recommends curl\n",
      );
      deepEqual(await folder.rules(healthy({ image: null, build: ".", healthcheck: curl })), []);
      folder.write(
        "Dockerfile",
        "FROM python:3.11-slim\n\nHEALTHCHECK --interval=30s \\\n  CMD curl -f http://localhost:5000/health || exit 1\n",
      );
      const [line = ""] = await folder.found(healthy({ image: null, build: "." }));
      match(line, /^MLR706 warning Dockerfile:3:1 /);
    });
  });

  describe("MLR707, a port that two services want", () => {
    const api = (port: string, more = "") => `  api: { image: api, ports: ["${port}"]${more} }\n`;
    for (const [port, clash] of [
      ["5000:8000", true],
      ["127.0.0.1:5000:8000", true],
      ["4990-5005:80-95", true],
      ["192.168.0.2:5000:8000", false],
      ["5000:8000/udp", false],
      ["5001:5000", false],
    ] as const) {
      it(`${clash ? "tells" : "allows"} ${port} beside 127.0.0.1:5000:5000`, async () =>
        deepEqual(await folder.rules(healthy() + api(port)), clash ? ["MLR707"] : []));
    }

    it("heeds profiles that are never started together", async () => {
      const only = (profile: string) => `, profiles: [${profile}]`;
      deepEqual(await folder.rules(healthy({ profiles: "[a]" }) + api("5000:80", only("b"))), []);
      deepEqual(await folder.rules(healthy({ profiles: "[a]" }) + api("5000:80", only("a"))), ["MLR707"]);
      deepEqual(await folder.rules(healthy() + api("5000:80", only("b"))), ["MLR707"]);
    });

    it("is nothing where no server of MLflow takes part", async () =>
      deepEqual(await folder.rules(`${healthy()}${api("80:80")}  web: { image: nginx, ports: ["80:80"] }\n`), []));
  });

  describe("MLR708, published beyond this machine", () => {
    cases(["MLR708"], {
      "every address": { ports: '["5000:5000"]' },
      "0.0.0.0": { ports: '["0.0.0.0:8080:5000"]' },
      "an address of a network": { ports: '["192.168.0.2:5000:5000"]' },
      "the host's own network": { ports: null, network_mode: "host" },
    });
    cases([], {
      "an address of loopback": { ports: '["127.0.0.7:5000:5000"]' },
      "IPv6's loopback": { ports: '["[::1]:5000:5000"]' },
      "another port of the container": { ports: '["127.0.0.1:5000:5000", "9090:9090"]' },
      "a server that asks who one is": {
        ports: '["5000:5000"]',
        command: "mlflow server --app-name basic-auth --host 0.0.0.0 --backend-store-uri /data/mlruns",
      },
    });
  });

  describe("MLR709, a server that nothing reaches", () => {
    cases(["MLR709"], {
      "MLflow's own address": { command: "mlflow server --backend-store-uri /data/mlruns" },
      "another port": { command: "mlflow server --host 0.0.0.0 --port 8080 --backend-store-uri /data/mlruns" },
      "another port by variable": { environment: "{ MLFLOW_PORT: 5001 }" },
    });
    cases([], {
      "the port that is published": {
        command: "mlflow server -h 0.0.0.0 -p 8080 --backend-store-uri /data/mlruns",
        ports: '["127.0.0.1:5000:8080"]',
      },
      "a network of another": {
        command: "mlflow server --backend-store-uri /data/mlruns",
        network_mode: '"service:proxy"',
        ports: null,
      },
    });
  });

  describe("MLR710, a store of its own", () => {
    cases(["MLR710"], {
      "a database server": {
        command: "mlflow server --host 0.0.0.0 --backend-store-uri postgresql://user:secret@db/mlflow",
      },
      "a database server whose password is not known here": {
        command: `mlflow server --host 0.0.0.0 --backend-store-uri postgresql://\${USER}:\${PASSWORD}@db/mlflow`,
      },
      "a volume that Docker keeps": { volumes: '["data:/data"]\nvolumes: { data: }\nx-rest:\n    a: b' },
    });

    it("never tells a password", async () => {
      const text = healthy({
        command: "mlflow server --host 0.0.0.0 --backend-store-uri postgresql://user:secret@db/mlflow",
      });
      equal(
        (await folder.found(text)).some((line) => line.includes("secret")),
        false,
      );
    });
  });

  describe("what cannot be followed or read", () => {
    it("is told: extends and include (MLR711)", async () => {
      deepEqual(await folder.rules(healthy({ extends: "{ service: base }", volumes: null })), ["MLR711"]);
      deepEqual(await folder.rules(`include: [other.yaml]\n${healthy()}`), ["MLR711"]);
    });

    it("is told: a file that is no YAML (MLR701), where it speaks of MLflow", async () => {
      const [line = ""] = await folder.found(`${healthy()}  broken: [\n`);
      match(line, /^MLR701 warning compose\.yaml:\d+:null The file is no YAML: /);
      deepEqual(await folder.rules("services:\n  web: [\n"), []);
      deepEqual(await folder.rules(`${healthy()}    image: other\n`), ["MLR701"]);
    });

    for (const text of [
      "",
      "services:",
      "services: []",
      "services: { a: }",
      "services: { a: [] }",
      "- x",
      "x",
      "services: { a: { volumes: { b: c }, ports: x, environment: 3 } }",
    ]) {
      it(`is nothing: ${JSON.stringify(text)}`, async () => deepEqual(await folder.rules(text), []));
    }

    it("is not looked for outside the folder", async () => {
      const outside = new ComposeFolder();
      try {
        outside.write("compose.yaml", healthy({ volumes: null }));
        symlinkSync(join(outside.path, "compose.yaml"), join(folder.path, "docker-compose.yml"));
        mkdirSync(join(folder.path, "docker"));
        symlinkSync(join(outside.path, "compose.yaml"), join(folder.path, "docker/compose.yaml"));
        deepEqual(await folder.rules("{}"), []);
        deepEqual(await folder.rules(healthy({ volumes: '["../../../runs:/data/mlruns"]' })), []);
      } finally {
        outside.remove();
      }
    });
  });

  describe("what is made to overwhelm it", () => {
    const shared = (count: number, item: string) => `&l [${`${item},`.repeat(count)}]`;
    const many = (fields: string) => Array.from({ length: 3000 }, (_, i) => `  s${i}: { ${fields} }`).join("\n");
    const texts: Record<string, string> = {
      "thousands of services with thousands of ports and mounts": `x: ${shared(5000, '"5000:5000"')}\ny: &v [${'"./mlruns:/m",'.repeat(5000)}]\nservices:\n${many("image: ghcr.io/mlflow/mlflow:v3.18.0, command: mlflow server, ports: *l, volumes: *v")}\n`,
      "variables without an end": healthy({ command: `"${"$".concat("{A:-").repeat(150_000)}"` }),
      "a health check without an end": healthy({ healthcheck: `{ test: "${"curl || ".repeat(100_000)}" }` }),
      "a command without an end": healthy({ command: `bash -c "${"mlflow server; ".repeat(60_000)}"` }),
      "quotes without an end": healthy({ command: `bash -c "${"'".repeat(200_001)}"` }),
      "a port without an end": healthy({ ports: `["${"5:".repeat(200_000)}"]` }),
      "an image without an end": healthy({ image: "a/".repeat(200_000) }),
    };
    for (const [name, text] of Object.entries(texts)) {
      it(`is read to its bounds: ${name}`, async () => equal(Array.isArray(await folder.rules(text)), true)).timeout(
        20_000,
      );
    }

    it("is read to its bounds: a Dockerfile, variables and requirements", async () => {
      folder.write("Dockerfile", `FROM python:3.11-slim\nENV ${"a".repeat(60_000)} b=1\n`);
      folder.write("a.env", `A${" ".repeat(60_000)}x\nB=${" ".repeat(60_000)}#\n`);
      equal(Array.isArray(await folder.rules(healthy({ image: null, build: ".", env_file: "a.env" }))), true);
      folder.write(
        "Dockerfile",
        `FROM python:3.11-slim\nENV x=1 ${"a".repeat(60_000)}\nRUN ${"pip install mlflow && ".repeat(2500)} true\n`,
      );
      equal(Array.isArray(await folder.rules(healthy({ image: null, build: "." }))), true);
    });
  });

  describe("the stack that a pipeline's repository brings", () => {
    const stack = (command: string, more = "") => `services:
  mlops-api:
    build: { context: ., dockerfile: Dockerfile }
    ports: ["8000:8000"]
    volumes: ["./mlruns:/app/mlruns:ro", "./mlflow-artifacts:/app/mlflow-artifacts:ro", "./results:/app/results:ro"]
    healthcheck: { test: ["CMD", "curl", "-f", "http://localhost:8000/health"], interval: 30s }
  mlflow-server:
    image: python:3.9-slim
    ports: ["5000:5000"]
    volumes: ["./mlruns:/mlflow/mlruns", "./mlflow-artifacts:/mlflow/artifacts", "./models:/mlflow/models:ro"]
    command: >
      bash -c "pip install mlflow boto3 &&
      ${command}"
    healthcheck: { test: ["CMD", "curl", "-f", "http://localhost:5000/health"], interval: 30s, timeout: 10s }
${more}  grafana: { image: grafana/grafana:latest, ports: ["3000:3000"] }
  nginx: { image: nginx:alpine, ports: ["80:80"], profiles: [production] }
`;

    beforeEach(() => {
      for (const name of ["mlflow-artifacts", "models", "results"]) mkdirSync(join(folder.path, name));
      folder.write("Dockerfile", "FROM python:3.9-slim\nRUN apt-get update && apt-get install -y curl\n");
    });

    it("asks for its health with a program that it lacks, and is published everywhere: nothing else", async () => {
      const found = await folder.found(stack(`mlflow server ${SEED_OPTIONS} --host 0.0.0.0 --port 5000`));
      deepEqual(
        found.map((line) => line.split(" ").slice(0, 3).join(" ")),
        ["MLR706 warning compose.yaml:14:26", "MLR708 warning compose.yaml:9:14"],
      );
    });

    it("is not taken for an MLflow that refuses folders, which Python 3.9 cannot install", async () =>
      deepEqual(await folder.rules(stack(`mlflow server ${SEED_OPTIONS} --host 0.0.0.0`), MLFLOW_3_18), [
        "MLR706",
        "MLR708",
      ]));

    it("loses the options that its script puts on lines of their own", async () => {
      const cut = `  mlflow server\n        ${SEED_OPTIONS} --host 0.0.0.0\n      `;
      const found = await folder.found(stack(cut).replace("boto3 &&\n      ", "boto3 &&\n      "));
      match(
        found.find((line) => line.startsWith("MLR709")) ?? "",
        /listens on 127\.0\.0\.1 of its own container: --backend-store-uri stands on a line of its own/,
      );
    });
  });
});
