import { join } from "node:path";
import { launchBrowser, openPage } from "./browser.ts";
import { extensionFolder } from "./extensionFolder.ts";
import { outFolder } from "./folders.ts";
import { type CodeVersion, codeVersions } from "./parts.ts";
import { readTally, type Tally } from "./reporter.ts";
import { type Server, startServer } from "./server.ts";
import { suiteFolder } from "./suiteFolder.ts";
import { TestOutput } from "./testOutput.ts";

export interface Surroundings {
  version: CodeVersion;
  trusted: boolean;
}

/** The four that the host suite runs in. */
export const surroundings: readonly Surroundings[] = [
  { version: "floor", trusted: true },
  { version: "floor", trusted: false },
  { version: "newest", trusted: true },
  { version: "newest", trusted: false },
];

export const suiteProgram = join(outFolder, "editor/index.js");

const timeLimitMs = 5 * 60_000;

export function describeSurroundings({ version, trusted }: Surroundings): string {
  return `VS Code ${codeVersions[version]}, ${trusted ? "trusted" : "restricted"}`;
}

/** How tests in the host learn where they run. */
export function suiteEnvironment({ version, trusted }: Surroundings): Record<string, string> {
  return {
    MLFLOW_RUNS_TEST_VSCODE: codeVersions[version],
    MLFLOW_RUNS_TEST_TRUST: trusted ? "trusted" : "restricted",
  };
}

/** Opens a page whose extension host runs a program; settles when it has ended, in whichever way, or its time is over. */
async function runInPage(server: Server, tests: string, onLog: (line: string) => void): Promise<void> {
  const browser = await launchBrowser();
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error("the host suite did not end in time")), timeLimitMs);
      const page = {
        folder: suiteFolder(),
        extension: extensionFolder(),
        tests,
        onLog,
        onExit: () => resolve(),
      };
      openPage(browser, server, page).catch(reject);
    });
  } finally {
    clearTimeout(timer);
    await browser.close();
  }
}

/** Has a real extension host call the `run` of a program, and hands over what it prints. */
export async function runInHost(where: Surroundings, program: string, onLog: (line: string) => void): Promise<void> {
  // Tests make repositories and take them away, over which VS Code's own Git extension throws where nobody catches.
  const settings = { "git.enabled": false };
  const server = await startServer({ ...where, settings, env: suiteEnvironment(where) });
  try {
    await runInPage(server, program, onLog);
  } finally {
    await server.stop();
  }
}

/** Runs test/editor in a real extension host. */
export async function runHostSuite(where: Surroundings): Promise<Tally> {
  const name = `${where.version}-${where.trusted ? "trusted" : "restricted"}.log`;
  const output = new TestOutput(join(outFolder, "logs", name));
  try {
    await runInHost(where, suiteProgram, (line) => output.add(line));
  } catch (error) {
    console.error(error);
  }
  const tally = readTally(output.text);
  if (tally.failed > 0) console.log(`All that the window printed: ${output.file}`);
  return tally;
}
