import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { calmSettings } from "./calm.ts";
import { partsFolder, projectRoot } from "./folders.ts";
import { type Surroundings, suiteEnvironment, suiteProgram } from "./hostSuite.ts";
import { codeVersions } from "./parts.ts";
import { runToEnd } from "./processes.ts";
import { readTally, type Tally } from "./reporter.ts";
import { suiteFolder } from "./suiteFolder.ts";

function makeProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), "mlflow-runs-electron-"));
  mkdirSync(join(profile, "User"));
  writeFileSync(join(profile, "User/settings.json"), JSON.stringify(calmSettings, null, 2));
  return profile;
}

/** The package's own `runTests` cannot open a restricted window: it always turns workspace trust off. */
function launchArguments(where: Surroundings, profile: string): string[] {
  const quiet = [
    "--no-sandbox",
    "--disable-gpu-sandbox",
    "--disable-updates",
    "--skip-welcome",
    "--skip-release-notes",
  ];
  const trust = where.trusted ? ["--disable-workspace-trust"] : [];
  const ours = [`--extensionDevelopmentPath=${projectRoot}`, `--extensionTestsPath=${suiteProgram}`];
  return [suiteFolder(), ...quiet, ...trust, ...ours, `--user-data-dir=${profile}`, "--disable-extensions"];
}

/** The host suite in a desktop VS Code, which needs a screen and, the first time, a download. */
export async function runElectronSuite(where: Surroundings): Promise<Tally> {
  const executable = await downloadAndUnzipVSCode({ version: codeVersions[where.version], cachePath: partsFolder });
  const profile = makeProfile();
  try {
    const env = { ...process.env, ...suiteEnvironment(where) };
    const { code, output } = await runToEnd(executable, launchArguments(where, profile), { env, echo: true });
    const tally = readTally(output);
    return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
