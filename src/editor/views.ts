import { commands, type TreeView, window } from "vscode";
import type { WorkerFate } from "../engine/worker/client.ts";
import { Disposable } from "./base/disposable.ts";
import { t } from "./base/l10n.ts";
import { Context, View } from "./base/names.ts";
import type { EngineHost } from "./engineHost.ts";
import type { ModelsTree } from "./models/modelsTree.ts";
import type { ShownExperiment, ShownExperiments } from "./shownExperiments.ts";
import type { WorkspaceStores } from "./stores/workspaceStores.ts";
import type { ChoiceStore } from "./tree/choiceStore.ts";
import { isFiltered } from "./tree/choices.ts";
import type { ExperimentNode, Node } from "./tree/nodes.ts";
import type { OpenRows } from "./tree/openRows.ts";
import type { RunsTree } from "./tree/runsTree.ts";
import { viewMessage } from "./tree/viewMessage.ts";
import { damageText } from "./verify/damageText.ts";
import type { Findings } from "./verify/findings.ts";

/** The two views: what they say about themselves, and which experiments the engine is to follow. */
export class Views extends Disposable {
  readonly runs: TreeView<Node>;
  readonly models: TreeView<Node>;
  private readonly host: EngineHost;
  private readonly choices: ChoiceStore;
  private readonly stores: WorkspaceStores;
  /** What befell the engine, for as long as the window lives. */
  private trouble = "";
  private readonly expanded = new Map<string, ShownExperiment>();
  private readonly shown: ShownExperiments;
  private readonly open: OpenRows;
  private readonly findings: Findings;

  constructor(
    runs: RunsTree,
    models: ModelsTree,
    host: EngineHost,
    choices: ChoiceStore,
    stores: WorkspaceStores,
    shown: ShownExperiments,
    open: OpenRows,
    findings: Findings,
  ) {
    super();
    this.open = open;
    this.findings = findings;
    this.shown = shown;
    this.host = host;
    this.choices = choices;
    this.stores = stores;
    const shared = { showCollapseAll: true, canSelectMany: true };
    this.runs = this.register(window.createTreeView(View.runs, { ...shared, treeDataProvider: runs }));
    this.models = this.register(window.createTreeView(View.models, { ...shared, treeDataProvider: models }));
    this.register(choices.onDidChange(() => this.describe()));
    this.register(stores.onDidChange(() => this.describeAndSettle()));
    for (const view of [this.runs, this.models]) {
      this.register(view.onDidExpandElement(({ element }) => this.touch(element, true)));
      this.register(view.onDidCollapseElement(({ element }) => this.touch(element, false)));
    }
    this.register(this.runs.onDidChangeSelection(({ selection }) => this.selected(selection)));
    // Also of what is open from the start, which no person opened.
    this.register(runs.onDidListRuns((experiment) => this.follow(experiment, true)));
    this.register(host.onDidDie((fate) => this.say(fate)));
    this.register(findings.onDidChange(() => this.describe()));
    this.describe();
  }

  private selected(nodes: readonly Node[]): void {
    const several = nodes.filter(({ kind }) => kind === "run").length > 1;
    void commands.executeCommand("setContext", Context.severalSelected, several);
  }

  private say({ restarted }: WorkerFate): void {
    this.trouble = restarted
      ? t("The reader of the data stopped unexpectedly and was started again.")
      : t("The reader of the data stopped again. Reload the window to go on; the log says why.");
    this.describe();
  }

  private describe(): void {
    const choices = this.choices.current();
    const damage = damageText(this.findings.current);
    this.runs.message = [this.trouble, damage, viewMessage(choices)].filter((text) => text !== "").join("\n");
    this.runs.description = isFiltered(choices) ? t("filtered") : "";
  }

  /** While stores are read the view shows progress. */
  private describeAndSettle(): void {
    this.describe();
    if (this.stores.all.length === 0) return;
    const settled = this.host.engine.settled();
    void window.withProgress({ location: { viewId: View.runs } }, () => settled.catch(() => undefined));
  }

  private touch(node: Node, open: boolean): void {
    this.open.set(node.id, open);
    if (node.kind === "experiment") this.follow(node, open);
  }

  private follow(node: ExperimentNode, shown: boolean): void {
    if (this.expanded.has(node.id) === shown) return;
    if (shown) this.expanded.set(node.id, { store: node.row.store, experiment: node.row.folder });
    else this.expanded.delete(node.id);
    this.shown.set(this, [...this.expanded.values()]);
  }
}
