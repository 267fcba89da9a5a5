import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installPart } from "./install.ts";
import { nodeFolder } from "./node.ts";
import { npmInstall } from "./npm.ts";
import type { CodeVersion } from "./parts.ts";

const vscodeFolder = "node_modules/code-server/lib/vscode";

/**
 * Stands in for the native module that the extension host cannot start without, so that no compiler is needed.
 * Each name is assigned on its own: that is how ES modules see the exports of a CommonJS module.
 */
const spdlog = `const { appendFileSync, mkdirSync } = require("node:fs");
const { dirname } = require("node:path");
class Logger {
  constructor(_kind, _name, file) {
    this.file = file;
    this.level = 2;
    mkdirSync(dirname(file), { recursive: true });
  }
  write(level, text) { if (level >= this.level) appendFileSync(this.file, text + "\\n"); }
  trace(text) { this.write(0, text); }
  debug(text) { this.write(1, text); }
  info(text) { this.write(2, text); }
  warn(text) { this.write(3, text); }
  error(text) { this.write(4, text); }
  critical(text) { this.write(5, text); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {}
}
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = async (name, file) => new Logger("rotating", name, file);
exports.createAsyncRotatingLogger = async (name, file) => new Logger("rotating_async", name, file);
`;

/** Watches whether the host's parent is alive; here the whole process group is ended instead. */
const watchdog = "exports.start = () => {};\n";

/** Where each replacement goes; the two versions name the watchdog differently. */
const replacements = { "@vscode/spdlog": spdlog, "native-watchdog": watchdog, "@vscode/native-watchdog": watchdog };

/** Native modules that the extension host loads at its start: without scripts they were never compiled. */
function replaceNativeModules(vscode: string): void {
  for (const [name, text] of Object.entries(replacements)) {
    const file = join(vscode, "node_modules", name, "index.js");
    if (existsSync(file)) writeFileSync(file, text);
  }
}

export interface CodeServer {
  /** The Node that this server was made for. */
  node: string;
  /** The script that starts it. */
  main: string;
}

/** The server of a VS Code version, installed when it is not there; its own dependencies come from its lock files. */
export async function codeServer(version: CodeVersion): Promise<CodeServer> {
  const binFolder = await nodeFolder(version === "newest" ? "node24" : "node22");
  const folder = await installPart(version, async (making) => {
    const vscode = join(making, vscodeFolder);
    await npmInstall(vscode, ["--omit=dev"], binFolder);
    await npmInstall(join(vscode, "extensions"), ["--omit=dev"], binFolder);
    replaceNativeModules(vscode);
  });
  return { node: join(binFolder, "node"), main: join(folder, vscodeFolder, "out/server-main.js") };
}
