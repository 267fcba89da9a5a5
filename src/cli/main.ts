import { fstatSync } from "node:fs";
import process from "node:process";
import { run } from "./run.ts";
import { Writer } from "./writer.ts";

const OUT = 1;
const ERR = 2;

// Whoever reads may stop early: then there is nothing left to do, and nothing wrong.
const leave = (): never => process.exit(0);
const out = new Writer(OUT, leave);
const err = new Writer(ERR, () => {});

/** Most often this is a file or a pipe, and what knows terminals need not be loaded. */
async function isTerminal(file: number): Promise<boolean> {
  try {
    if (!fstatSync(file).isCharacterDevice()) return false;
  } catch {
    return false;
  }
  const { isatty } = await import("node:tty");
  return isatty(file);
}

const { NO_COLOR, TERM } = process.env;

async function main(): Promise<number> {
  const onTerminal = await isTerminal(OUT);
  const code = await run(process.argv.slice(2), {
    out: out.write,
    outBytes: out.writeBytes,
    err: async (text) => {
      // On a terminal both are seen: what was said first stands first.
      await out.flush();
      await err.write(text);
      await err.flush();
    },
    width: onTerminal ? process.stdout.columns || 80 : null,
    colour: onTerminal && !NO_COLOR && TERM !== "dumb" && (await isTerminal(ERR)),
    cwd: process.cwd(),
  });
  await out.flush();
  return code;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  async (error: Error) => {
    await err.write(`mlflow-runs: The output cannot be written: ${error.message}.\n`);
    await err.flush().catch(() => {});
    process.exitCode = 2;
  },
);
