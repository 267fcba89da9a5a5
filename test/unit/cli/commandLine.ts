import { execFile } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import { run } from "../../../src/cli/run.ts";
import type { Terminal } from "../../../src/cli/terminal.ts";

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process, as if written to a file. */
export async function runHere(argv: readonly string[], terminal: Partial<Terminal> = {}): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(argv, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    width: null,
    colour: false,
    cwd: process.cwd(),
    ...terminal,
  });
  return { code, out: out.join(""), err: err.join("") };
}

let bundle: Promise<string> | null = null;

/** The command line bundled as the product is, built once from the sources as they are now. */
export function builtCli(): Promise<string> {
  bundle ??= buildCli();
  return bundle;
}

async function buildCli(): Promise<string> {
  await build({
    entryPoints: { cli: "src/cli/main.ts" },
    outdir: join("out", "cli"),
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["node:sqlite"],
    minify: true,
    logLevel: "error",
  });
  return join(process.cwd(), "out", "cli", "cli.js");
}

/** Runs a command line as a program of its own. */
export async function runBuilt(
  argv: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Outcome> {
  const program = await builtCli();
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, ...argv],
      { maxBuffer: 1 << 28, ...options },
      (error, out, err) => resolve({ code: error ? Number(child.exitCode) : 0, out, err }),
    );
  });
}
