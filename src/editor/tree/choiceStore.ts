import { commands, EventEmitter, type Memento, workspace } from "vscode";
import { Disposable } from "../base/disposable.ts";
import { Context } from "../base/names.ts";
import { settings } from "../base/settings.ts";
import { type ChoiceSource, type Choices, DEFAULT_CHOICES, isFiltered, readChoices } from "./choices.ts";

const KEY = "runs.choices";

/** The choices of this workspace, kept over reloads; menus follow them by context keys. */
export class ChoiceStore extends Disposable implements ChoiceSource {
  private readonly memento: Memento;
  private readonly changed = this.register(new EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  constructor(memento: Memento) {
    super();
    this.memento = memento;
    this.register(
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("mlflowRuns.tree")) this.announce();
      }),
    );
    this.setContext();
  }

  current(): Choices {
    const { showDeleted } = settings();
    return readChoices(this.memento.get(KEY), { ...DEFAULT_CHOICES, showDeleted });
  }

  async change(part: Partial<Choices>): Promise<void> {
    await this.memento.update(KEY, { ...this.kept(), ...part });
    this.announce();
  }

  /** What was chosen here; a part never chosen keeps following the settings. */
  private kept(): Partial<Choices> {
    return this.memento.get<Partial<Choices>>(KEY, {});
  }

  private announce(): void {
    this.setContext();
    this.changed.fire();
  }

  private setContext(): void {
    const choices = this.current();
    void commands.executeCommand("setContext", Context.filtered, isFiltered(choices));
    void commands.executeCommand("setContext", Context.showsDeleted, choices.showDeleted);
  }
}
