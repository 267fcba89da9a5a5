import { commands, window } from "vscode";
import { Disposable } from "../base/disposable.ts";
import { t } from "../base/l10n.ts";
import type { Log } from "../base/log.ts";
import { type Command, Context } from "../base/names.ts";

type CommandId = (typeof Command)[keyof typeof Command];
// biome-ignore lint/suspicious/noExplicitAny: VS Code hands each command the arguments of its own place.
type Handler = (...args: any[]) => unknown;

/** Registers our commands: a failure becomes one sentence and a line in the log, never silence. */
export class Commands extends Disposable {
  private readonly log: Log;
  private used = false;

  constructor(log: Log) {
    super();
    this.log = log;
  }

  add(id: CommandId, handler: Handler): void {
    this.register(commands.registerCommand(id, (...args: unknown[]) => this.run(id, handler, args)));
  }

  private async run(id: CommandId, handler: Handler, args: unknown[]): Promise<unknown> {
    this.showViews();
    try {
      return await handler(...args);
    } catch (error) {
      this.log.error(`${id} failed`, error);
      const reason = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(t("MLflow Runs: {0}", reason));
      return undefined;
    }
  }

  /** Whoever runs a command of ours wants the views, even where nothing was found. */
  private showViews(): void {
    if (this.used) return;
    this.used = true;
    void commands.executeCommand("setContext", Context.used, true);
  }
}
