import { type QuickPick, type QuickPickItem, window } from "vscode";
import type { FilterAdvice } from "../../core/model/filterAdvice.ts";
import type { SavedFilter } from "../../core/model/runsTable.ts";
import type { Engine } from "../../engine/engine.ts";
import { t } from "../base/l10n.ts";
import { Command } from "../base/names.ts";
import type { Commands } from "../commands/registry.ts";
import type { EngineHost } from "../engineHost.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";
import type { ChoiceStore } from "../tree/choiceStore.ts";
import { type FilterItem, filterItems } from "./filterItems.ts";

const PAUSE_MS = 200;

/** Filter Runs… narrows the tree as one types; Escape brings back what was before. */
export function registerFilter(
  commands: Commands,
  host: EngineHost,
  stores: WorkspaceStores,
  choices: ChoiceStore,
): void {
  commands.add(Command.filter, async () => {
    await stores.ready();
    await new FilterBox(host.engine, stores, choices).show();
  });
  commands.add(Command.clearFilter, () => choices.change({ filter: "", onlyProblems: false }));
}

type Row = QuickPickItem & FilterItem;

/** One opening of the box. */
class FilterBox {
  private readonly engine: Engine;
  private readonly stores: readonly string[];
  private readonly choices: ChoiceStore;
  private readonly box: QuickPick<Row> = window.createQuickPick<Row>();
  private readonly before: { readonly filter: string; readonly onlyProblems: boolean };
  private saved: readonly SavedFilter[] = [];
  private pause: NodeJS.Timeout | undefined;
  private asked = 0;
  private accepted = false;

  constructor(engine: Engine, stores: WorkspaceStores, choices: ChoiceStore) {
    this.engine = engine;
    this.stores = stores.all.map(({ key }) => key);
    this.choices = choices;
    const { filter, onlyProblems } = choices.current();
    this.before = { filter, onlyProblems };
  }

  async show(): Promise<void> {
    const { box } = this;
    box.title = t("Filter Runs");
    box.placeholder = t("Words, or an expression such as metrics.rmse < 0.5 AND params.model = 'tree'");
    box.value = this.before.filter;
    box.onDidChangeValue(() => this.typed());
    box.onDidAccept(() => this.accept());
    box.onDidHide(() => this.hidden());
    this.list(null);
    box.show();
    const configs = await Promise.all(this.stores.map((store) => this.engine.config(store)));
    const named = configs.flatMap(({ config }) => config.filters);
    this.saved = [...new Map(named.map((one) => [one.name, one])).values()];
    await this.advise();
  }

  private list(advice: FilterAdvice | null): void {
    this.box.items = filterItems(this.box.value, advice, this.saved).map((item) => ({ ...item, alwaysShow: true }));
  }

  private typed(): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => void this.advise(), PAUSE_MS);
  }

  /** Says what the text finds, and narrows the tree; while it has a mistake the tree stays as it is. */
  private async advise(): Promise<void> {
    const question = ++this.asked;
    const text = this.box.value;
    const advice = await this.engine.filterAdvice(this.stores, text);
    if (question !== this.asked || this.accepted) return;
    this.list(advice);
    const isUntouched = text === this.before.filter;
    if (advice.problem === null) this.apply(isUntouched ? this.before : { filter: text.trim(), onlyProblems: false });
  }

  private apply(chosen: { readonly filter: string; readonly onlyProblems: boolean }): void {
    const { filter, onlyProblems } = this.choices.current();
    if (filter !== chosen.filter || onlyProblems !== chosen.onlyProblems) void this.choices.change(chosen);
  }

  private accept(): void {
    const [row] = this.box.selectedItems;
    if (row === undefined || row.act.kind === "nothing") return;
    if (row.act.kind === "write") {
      this.box.value = row.act.text;
      this.typed();
      return;
    }
    this.accepted = true;
    this.apply(row.act);
    this.box.hide();
  }

  private hidden(): void {
    clearTimeout(this.pause);
    this.asked++;
    if (!this.accepted) this.apply(this.before);
    this.box.dispose();
  }
}
