import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { StoreRef } from "../../src/core/model/store.ts";
import { verdictOf } from "../../src/core/verify/words.ts";
import { verifyStores } from "../../src/engine/verify/verify.ts";

/** How long a server may take until it answers. */
const START = 120_000;

interface Case {
  readonly store: string;
  readonly kind: StoreRef["kind"];
}

const CASES: readonly Case[] = [
  { store: "3.18.0-sqlite/mlflow.db", kind: "sqlite" },
  { store: "3.18.0-file/mlruns", kind: "file" },
  { store: "2.22.5-sqlite/mlflow.db", kind: "sqlite" },
  { store: "2.22.5-file/mlruns", kind: "file" },
];

/**
 * Starts the real server over copies of stores and holds it against them: nothing may differ at first, and a run that is
 * taken away, a value that is changed and a server that is stopped must each be told. Returns how often it was not so.
 */
export async function compareServers(python: string, version: string): Promise<number> {
  let wrong = 0;
  for (const one of CASES) {
    // What a newer MLflow wrote, an older one need not open.
    if (Number.parseInt(one.store, 10) <= Number.parseInt(version, 10))
      wrong += await compareServer(python, version, one);
  }
  return wrong;
}

async function compareServer(python: string, version: string, { store, kind }: Case): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "mlflow-runs-server-"));
  const served = join(folder, "served", store);
  const ours = join(folder, "ours", store);
  const [fixture = ""] = store.split("/");
  for (const side of ["served", "ours"])
    cpSync(join("test/fixtures", fixture), join(folder, side, fixture), { recursive: true });
  for (const name of [".trash", "models"]) if (kind === "file") mkdirSync(join(served, name), { recursive: true });
  const server = await startServer(python, kind === "file" ? served : `sqlite:///${served}`, folder);
  const wrong: string[] = [];
  try {
    const look = async (): Promise<readonly string[]> => {
      const ref = { key: ours, kind, base: folder, label: "." } as const;
      const address = { origin: server.origin, prefix: "", authorization: null };
      const verification = await verifyStores(folder, [ref], {
        target: { kind: "data" },
        level: "full",
        only: null,
        server: address,
      });
      const found = verification.findings.filter(({ rule }) => rule.startsWith("MLR8"));
      return [verdictOf(verification), ...found.map(({ rule, message }) => `${rule} ${message}`)];
    };
    const expect = async (what: string, rules: readonly string[]): Promise<void> => {
      const [verdict, ...lines] = await look();
      const told = [...new Set(lines.map((line) => line.slice(0, 6)))].sort();
      console.log(`server over ${store}, ${what}: ${told.join(", ") || verdict}`);
      if (told.join() !== rules.join()) wrong.push(...lines.slice(0, 5));
    };
    const isOlder = kind === "sqlite" && Number.parseInt(store, 10) < Number.parseInt(version, 10);
    await expect("the same", isOlder ? ["MLR808"] : []);
    if (kind === "file") {
      const run = aRun(ours);
      writeFileSync(join(ours, run, "metrics", "made_here"), "1709193600000 0.25 0\n");
      await expect("a metric more here", ["MLR807"]);
      rmSync(join(ours, run), { recursive: true });
      await expect("a run less here", ["MLR806"]);
    }
    await stop(server.child);
    await expect("stopped", ["MLR801"]);
  } finally {
    await stop(server.child);
    rmSync(folder, { recursive: true, force: true });
  }
  for (const line of wrong) console.log(`  not so: ${line}`);
  return wrong.length;
}

/** The first finished run of a store that has a metric. */
function aRun(store: string): string {
  for (const experiment of readdirSync(store)) {
    if (!/^\d{3,}$/.test(experiment)) continue;
    const run = readdirSync(join(store, experiment)).find((name) => {
      return /^[0-9a-f]{32}$/.test(name) && readdirSync(join(store, experiment, name)).includes("metrics");
    });
    if (run !== undefined) return join(experiment, run);
  }
  throw new Error(`${store} has no run`);
}

async function startServer(python: string, uri: string, cwd: string): Promise<{ origin: string; child: ChildProcess }> {
  const port = await freePort();
  const args = [
    "-m",
    "mlflow",
    "server",
    "--workers",
    "1",
    "--host",
    "127.0.0.1",
    "--port",
    String(port),
    "--backend-store-uri",
    uri,
  ];
  const env = { ...process.env, MLFLOW_ALLOW_FILE_STORE: "true", MLFLOW_DISABLE_TELEMETRY: "true" };
  const child = spawn(python, args, { cwd, env, stdio: "ignore", detached: true });
  const origin = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + START; Date.now() < end && child.exitCode === null; await delay(250)) {
    const answer = await fetch(`${origin}/health`).catch(() => null);
    if (answer?.ok) return { origin, child };
  }
  await stop(child);
  throw new Error(`MLflow's server over ${uri} did not start`);
}

/** With its workers, which MLflow 2 leaves behind. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  process.kill(-child.pid);
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
