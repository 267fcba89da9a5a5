import path from "node:path";
import { version } from "../../package.json";
import type { StoreRef } from "../core/model/store.ts";
import { RULES } from "../core/verify/checks.ts";
import { githubReport } from "../core/verify/report/github.ts";
import { jsonLines, jsonReport } from "../core/verify/report/json.ts";
import { junitReport } from "../core/verify/report/junit.ts";
import { markdownReport } from "../core/verify/report/markdown.ts";
import { sarifReport } from "../core/verify/report/sarif.ts";
import { textReport } from "../core/verify/report/text.ts";
import { rulePage } from "../core/verify/rulePage.ts";
import type { Verification } from "../core/verify/verified.ts";
import { exitCode } from "../core/verify/words.ts";
import { NoStore, resolveStore } from "../engine/disk/resolve.ts";
import { Git } from "../engine/git/process.ts";
import { verifyStores } from "../engine/verify/verify.ts";
import { Shards } from "../engine/worker/shards.ts";
import { styleFor } from "./style.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage.ts";
import { parseVerify, type VerifyOptions } from "./verifyArgs.ts";
import { VERIFY_HELP } from "./verifyHelp.ts";

/** 0 whole, 1 findings, 2 wrong use (thrown), 3 could not finish, 130 interrupted. */
export type VerifyExit = 0 | 1 | 3 | 130;

/** Verifies the stores of the paths given and writes one report. */
export async function verifyCommand(argv: readonly string[], terminal: Terminal): Promise<VerifyExit> {
  const options = parseVerify(argv);
  if (options === null) {
    await terminal.out(VERIFY_HELP);
    return 0;
  }
  const explained = options.explain === null ? undefined : RULES.get(options.explain);
  if (explained !== undefined) {
    await terminal.out(rulePage(explained));
    return 0;
  }
  const interrupt = new AbortController();
  const onInterrupt = (): void => interrupt.abort();
  process.once("SIGINT", onInterrupt);
  const git = new Git();
  const shards = new Shards(path.join(__dirname, "shard.js"));
  try {
    const stores = await storesOf(options.paths, terminal.cwd);
    const verify = () => verifyStores(terminal.cwd, stores, options, { signal: interrupt.signal, git, shards });
    const since = Date.now();
    let verification = await verify();
    if (options.fix !== "no" && verification.unfinished === null) {
      const { mend } = await import("./mend.ts");
      await mend({ verification, stores, since }, options, terminal, git);
      if (options.fix === "done") verification = await verify();
    }
    if (options.fix !== "shown") await terminal.out(reportOf(verification, options, terminal));
    return interrupt.signal.aborted ? 130 : exitCode(verification, options.failOn);
  } finally {
    process.off("SIGINT", onInterrupt);
    git.close();
    await shards.close();
  }
}

async function storesOf(paths: readonly string[], cwd: string): Promise<readonly StoreRef[]> {
  const byKey = new Map<string, StoreRef>();
  for (const given of paths) {
    try {
      for (const store of await resolveStore(given, cwd)) byKey.set(store.key, store);
    } catch (error) {
      if (error instanceof NoStore) throw new UsageError(error.reason);
      throw error;
    }
  }
  return [...byKey.values()];
}

function reportOf(verification: Verification, options: VerifyOptions, { colour }: Terminal): string {
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  switch (options.format) {
    case "text": {
      const { bold, red, yellow, dim } = styleFor(colour);
      return textReport(verification, RULES, {
        all: options.all,
        style: { bold, error: red, warning: yellow, info: dim, dim },
      });
    }
    case "json":
      return json(jsonReport(verification));
    case "jsonl":
      return jsonLines(verification);
    case "sarif":
      return json(sarifReport(verification, RULES, version));
    case "junit":
      return junitReport(verification, RULES, options.failOn);
    case "github":
      return githubReport(verification, RULES);
    case "markdown":
      return markdownReport(verification, RULES, { link: ({ file, line }) => addressOf(file, line) });
  }
}

/** Relative, as Markdown that lies in the folder verified would have it. */
function addressOf(file: string, line: number | null): string {
  const address = file.split(path.posix.sep).map(encodeURIComponent).join("/");
  return line === null ? address : `${address}#L${line}`;
}
