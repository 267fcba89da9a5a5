import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { calmSettings } from "./calm.ts";
import { type CodeServer, codeServer } from "./codeServer.ts";
import { withFirstOnPath } from "./npm.ts";
import type { CodeVersion } from "./parts.ts";
import { runOrThrow, startGroup, stopGroup } from "./processes.ts";

export interface ServerOptions {
  /** Default: newest. */
  version?: CodeVersion;
  /** False opens every folder in Restricted Mode. Default: true. */
  trusted?: boolean;
  /** User settings over the calm ones. */
  settings?: Readonly<Record<string, unknown>>;
  /** Default: a free one. */
  port?: number;
  /** Packages to install before the start. */
  vsix?: readonly string[];
  /** Variables that the extension host inherits. */
  env?: Readonly<Record<string, string>>;
}

export interface Server {
  port: number;
  /** Without a trailing slash. */
  url: string;
  /** Where the server keeps its data and, in `server.log`, what it printed. */
  dataFolder: string;
  stop(): Promise<void>;
}

const startTimeoutMs = 60_000;

function commonFlags(dataFolder: string): string[] {
  const folders = ["--server-data-dir", dataFolder, "--user-data-dir", join(dataFolder, "data")];
  return [...folders, "--extensions-dir", join(dataFolder, "extensions"), "--accept-server-license-terms"];
}

function makeDataFolder(settings: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), "mlflow-runs-code-"));
  mkdirSync(join(folder, "data/User"), { recursive: true });
  mkdirSync(join(folder, "extensions"));
  writeFileSync(join(folder, "data/User/settings.json"), JSON.stringify({ ...calmSettings, ...settings }, null, 2));
  return folder;
}

function environment(code: CodeServer, more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return withFirstOnPath(dirname(code.node), { ...process.env, ...more });
}

/** Starts the process and answers once it says which port it listens on. */
function listen(code: CodeServer, args: readonly string[], dataFolder: string, env: NodeJS.ProcessEnv) {
  const child = startGroup(code.node, [code.main, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  const port = new Promise<number>((resolve, reject) => {
    let printed = "";
    const take = (chunk: Buffer) => {
      printed += chunk.toString();
      appendFileSync(join(dataFolder, "server.log"), chunk);
      const found = /Extension host agent listening on (\d+)/.exec(printed)?.[1];
      if (found !== undefined) resolve(Number(found));
    };
    child.stdout?.on("data", take);
    child.stderr?.on("data", take);
    child.once("error", reject);
    child.once("exit", (exitCode) => reject(new Error(`The VS Code server ended with ${exitCode}\n${printed}`)));
    setTimeout(() => reject(new Error(`The VS Code server does not answer\n${printed}`)), startTimeoutMs).unref();
  });
  return { child, port };
}

/** Starts a VS Code server with an empty profile of its own; `stop` ends it and removes what it wrote. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const code = await codeServer(options.version ?? "newest");
  const dataFolder = makeDataFolder(options.settings ?? {});
  const env = environment(code, options.env);
  for (const file of options.vsix ?? []) {
    await runOrThrow(code.node, [code.main, ...commonFlags(dataFolder), "--install-extension", file], { env });
  }
  const args = ["--host", "127.0.0.1", "--port", String(options.port ?? 0), "--without-connection-token"];
  // Only this flag makes a built workbench honour the payload that names an extension under development.
  args.push("--enable-smoke-test-driver", "--telemetry-level", "off", ...commonFlags(dataFolder));
  if (options.trusted !== false) args.push("--disable-workspace-trust");
  const { child, port: announced } = listen(code, args, dataFolder, env);
  const remove = () => rmSync(dataFolder, { recursive: true, force: true, maxRetries: 3 });
  process.once("exit", remove);
  const stop = async () => {
    await stopGroup(child);
    process.off("exit", remove);
    remove();
  };
  try {
    const port = await announced;
    return { port, url: `http://127.0.0.1:${port}`, dataFolder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
