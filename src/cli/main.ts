import process from "node:process";
import { run } from "./run.ts";
import { Writer } from "./writer.ts";

const { stdout, stderr, env } = process;

// Whoever reads may stop early (`| head`): then there is nothing left to do, and nothing wrong.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") stderr.write(`mlflow-runs: The output cannot be written: ${error.message}.\n`);
  process.exit(error.code === "EPIPE" ? 0 : 2);
});

const writer = new Writer(stdout);
const code = run(process.argv.slice(2), {
  out: writer.write,
  err: (text) => {
    stderr.write(text);
  },
  width: stdout.isTTY ? stdout.columns || 80 : null,
  colour: stdout.isTTY && stderr.isTTY && !env.NO_COLOR && env.TERM !== "dumb",
  cwd: process.cwd(),
});
code.then(async (exitCode) => {
  await writer.flush();
  process.exitCode = exitCode;
});
