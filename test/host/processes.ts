import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

const running = new Set<ChildProcess>();

/** Ends a child with everything it started: each is the leader of a process group of its own. */
function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
  } catch {
    // It is gone already, which is what was wanted.
  }
}

function endAll(): void {
  for (const child of running) endGroup(child, "SIGKILL");
}

let guarded = false;

/** Nothing we start may outlive us, neither at a normal end nor at Ctrl-C. */
function guardExit(): void {
  if (guarded) return;
  guarded = true;
  process.once("exit", endAll);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(130));
}

export function startGroup(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  guardExit();
  const child = spawn(command, args, { ...options, detached: process.platform !== "win32" });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

export async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  endGroup(child, "SIGTERM");
  const force = setTimeout(() => endGroup(child, "SIGKILL"), 3000);
  await ended;
  clearTimeout(force);
  endGroup(child, "SIGKILL");
}

export interface Ended {
  code: number;
  output: string;
}

export interface RunOptions extends SpawnOptions {
  /** Also show the output as it comes. */
  echo?: boolean;
}

/** Runs a command to its end and answers its exit code and all that it printed. */
export function runToEnd(command: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const { echo = false, ...rest } = options;
  const child = startGroup(command, args, { ...rest, stdio: ["ignore", "pipe", "pipe"] });
  const chunks: string[] = [];
  const take = (target: NodeJS.WriteStream) => (chunk: Buffer) => {
    chunks.push(chunk.toString());
    if (echo) target.write(chunk);
  };
  child.stdout?.on("data", take(process.stdout));
  child.stderr?.on("data", take(process.stderr));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output: chunks.join("") }));
  });
}

/** Like runToEnd, for commands whose failure makes going on senseless: throws with their output. */
export async function runOrThrow(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, output } = await runToEnd(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}\n${output}`);
  return output;
}
