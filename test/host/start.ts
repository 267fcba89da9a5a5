import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { workbenchUrl } from "./browser.ts";
import { makeDemoFolder } from "./demoFolder.ts";
import { hasDesktopCode, openDesktopCode } from "./desktop.ts";
import { extensionFolder } from "./extensionFolder.ts";
import { hasLinuxParts } from "./node.ts";
import { portOr } from "./port.ts";
import { startServer } from "./server.ts";

/** The same address every time, so that a reload or a bookmark finds it. */
const preferredPort = 8933;

interface Target {
  folder: string;
  /** The demo is our own; of any other folder VS Code asks whether it is trusted. */
  trusted: boolean;
}

async function chooseTarget(named: string | undefined): Promise<Target> {
  if (named === undefined) {
    console.log("No folder is named: making the demo repository.");
    return { folder: await makeDemoFolder(), trusted: true };
  }
  // npm starts scripts in the project's folder and says where the person was.
  const folder = resolve(process.env.INIT_CWD ?? process.cwd(), named);
  if (!existsSync(folder)) throw new Error(`${folder} does not exist`);
  return { folder, trusted: false };
}

async function openInServer({ folder, trusted }: Target): Promise<void> {
  if (!hasLinuxParts)
    throw new Error("The server host needs Linux x64: install the desktop VS Code and its `code` command.");
  const settings = {
    "security.workspace.trust.startupPrompt": "once",
    "security.workspace.trust.banner": "untilDismissed",
  };
  const server = await startServer({ trusted, settings, port: await portOr(preferredPort) });
  console.log(`VS Code is up with the extension and ${folder}; Ctrl-C ends it. Open:`);
  console.log(workbenchUrl(server, { folder, extension: extensionFolder() }));
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { browser: { type: "boolean" }, desktop: { type: "boolean" } },
    allowPositionals: true,
  });
  const built = spawnSync(process.execPath, ["esbuild.mjs"], { stdio: "inherit" });
  if (built.status !== 0) throw new Error("the build failed");
  const target = await chooseTarget(positionals[0]);
  if (values.desktop || (!values.browser && hasDesktopCode())) openDesktopCode(target.folder);
  else await openInServer(target);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
