import { spawn, spawnSync } from "node:child_process";
import { projectRoot } from "./folders.ts";

const shell = process.platform === "win32";

/** True when a desktop VS Code can show itself: `code` is there, and so is a screen. */
export function hasDesktopCode(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  const hasScreen = process.platform !== "linux" || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY);
  return hasScreen && spawnSync("code", ["--version"], { stdio: "ignore", shell }).status === 0;
}

/** Opens a window of the desktop VS Code with the extension loaded from here. */
export function openDesktopCode(folder: string): void {
  const quoted = (text: string) => (shell ? `"${text}"` : text);
  const args = [`--extensionDevelopmentPath=${projectRoot}`, folder].map(quoted);
  const child = spawn("code", args, { stdio: "inherit", shell });
  child.once("error", () => {
    console.error("The command `code` is not on PATH: install it from VS Code's palette, or use --browser.");
    process.exitCode = 1;
  });
}
