import type { Log } from "../base/log.ts";
import { Command } from "../base/names.ts";
import type { Commands } from "../commands/registry.ts";

/** Open MLflow UI. */
export function registerUi(commands: Commands, log: Log): void {
  commands.add(Command.openUi, async () => (await import("./openUi.ts")).openUi(log));
}
