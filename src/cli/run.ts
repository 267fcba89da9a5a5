import { version } from "../../package.json";
import { type CommandName, type Options, parseCommandLine } from "./args.ts";
import { comparePlace } from "./comparePlace.ts";
import { closeStores, type OpenStore, openStores } from "./openStores.ts";
import { ProblemReport } from "./problemReport.ts";
import { styleFor } from "./style.ts";
import type { Terminal } from "./terminal.ts";
import { isUsageError } from "./usage.ts";
import type { VerifyExit } from "./verifyCommand.ts";

/**
 * All went well, something could not be read (with `--strict`), or the command line cannot be followed; of `verify` too:
 * it could not finish, or was interrupted.
 */
export type ExitCode = 0 | 1 | 2 | VerifyExit;

/** Runs one command line. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    if (argv[0] === "verify") {
      const { verifyCommand } = await import("./verifyCommand.ts");
      return await verifyCommand(argv.slice(1), terminal);
    }
    const invocation = parseCommandLine(argv);
    if (invocation.kind === "version") await terminal.out(`${version}\n`);
    else if (invocation.kind === "help") {
      const { helpText } = await import("./help.ts");
      await terminal.out(helpText(invocation.command));
    } else return await runCommand(invocation.command, invocation.options, terminal);
    return 0;
  } catch (error) {
    const { reason, lines } = isUsageError(error) ? error : { reason: unexpected(error), lines: [] };
    const said = [`${styleFor(terminal.colour).red("mlflow-runs:")} ${reason}`, ...lines];
    await terminal.err(`${said.join("\n")}\n`);
    return 2;
  }
}

async function runCommand(command: CommandName, options: Options, terminal: Terminal): Promise<ExitCode> {
  const report = new ProblemReport();
  const stores = await openStores(pathOf(command, options, terminal), terminal.cwd);
  try {
    const handle = await HANDLERS[command]();
    await handle(stores, options, terminal, report);
  } finally {
    await closeStores(stores);
  }
  await report.tell(terminal);
  return options.strict && report.found.length > 0 ? 1 : 0;
}

function pathOf(command: CommandName, { path, given }: Options, { cwd }: Terminal): string {
  return command === "compare" ? comparePlace(given, cwd).path : path;
}

type Handler = (
  stores: readonly OpenStore[],
  options: Options,
  terminal: Terminal,
  report: ProblemReport,
) => Promise<void>;

/** Each is loaded when it is asked for. */
const HANDLERS: Readonly<Record<CommandName, () => Promise<Handler>>> = {
  ls: async () => (await import("./lsCommand.ts")).listStores,
  runs: async () => (await import("./runsCommand.ts")).listRuns,
  show: async () => (await import("./showCommand.ts")).showRun,
  compare: async () => (await import("./compareCommand.ts")).compareCommand,
  trend: async () => (await import("./trendCommand.ts")).trendCommand,
  export: async () => (await import("./exportCommand.ts")).exportStores,
  site: async () => (await import("./siteCommand.ts")).siteCommand,
};

/** What nobody foresaw, in one sentence. */
function unexpected(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `This went wrong: ${message.split("\n")[0]?.replace(/\.$/, "")}.`;
}
