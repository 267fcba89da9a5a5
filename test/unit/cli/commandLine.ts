import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../../src/cli/run.ts";
import type { Terminal } from "../../../src/cli/terminal.ts";

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process, as if written to a file. */
export async function runHere(argv: readonly string[], terminal: Partial<Terminal> = {}): Promise<Outcome> {
  const out: (string | Uint8Array)[] = [];
  const err: string[] = [];
  const code = await run(argv, {
    out: (text) => void out.push(text),
    outBytes: (bytes) => void out.push(bytes),
    err: (text) => void err.push(text),
    width: null,
    colour: false,
    cwd: process.cwd(),
    ...terminal,
  });
  return { code, out: Buffer.concat(out.map((part) => Buffer.from(part))).toString(), err: err.join("") };
}

let copied: string | null = null;

/** The command line as it is shipped, in a folder of its own with the scripts beside it; `npm run build` makes them. */
export function builtCli(): string {
  copied ??= copyScripts();
  return copied;
}

function copyScripts(): string {
  const [from, to] = [join(process.cwd(), "dist"), join(process.cwd(), "out", "cli")];
  assert.ok(existsSync(join(from, "cli.js")), "dist/cli.js is not built");
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) if (name.endsWith(".js")) copyFileSync(join(from, name), join(to, name));
  return join(to, "cli.js");
}

/** Runs a command line as a program of its own. */
export async function runBuilt(
  argv: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Outcome> {
  const program = builtCli();
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, ...argv],
      { maxBuffer: 1 << 28, ...options },
      (error, out, err) => resolve({ code: error ? Number(child.exitCode) : 0, out, err }),
    );
  });
}
