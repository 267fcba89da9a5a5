import process from "node:process";
import { isatty } from "node:tty";
import { run } from "./run.ts";
import { Writer } from "./writer.ts";

const OUT = 1;
const ERR = 2;

// Whoever reads may stop early: then there is nothing left to do, and nothing wrong.
const leave = (): never => process.exit(0);
const out = new Writer(OUT, leave);
const err = new Writer(ERR, () => {});

const isTerminal = isatty(OUT);
const { NO_COLOR, TERM } = process.env;

async function main(): Promise<number> {
  const code = await run(process.argv.slice(2), {
    out: out.write,
    err: async (text) => {
      // On a terminal both are seen: what was said first stands first.
      await out.flush();
      await err.write(text);
      await err.flush();
    },
    width: isTerminal ? process.stdout.columns || 80 : null,
    colour: isTerminal && isatty(ERR) && !NO_COLOR && TERM !== "dumb",
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
