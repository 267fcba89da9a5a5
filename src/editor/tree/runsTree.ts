import {
  type CancellationToken,
  EventEmitter,
  MarkdownString,
  type TreeDataProvider,
  type TreeItem,
  TreeItemCollapsibleState,
} from "vscode";
import type { EngineChange } from "../../core/model/views.ts";
import { Disposable } from "../base/disposable.ts";
import type { Log } from "../base/log.ts";
import { settings } from "../base/settings.ts";
import { type EngineHost, orNothing } from "../engineHost.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";
import { Bursts } from "./bursts.ts";
import { Children } from "./children.ts";
import type { ChoiceStore } from "./choiceStore.ts";
import { treeItem } from "./item.ts";
import { Loading } from "./loading.ts";
import type { NodeCache } from "./nodeCache.ts";
import type { ExperimentNode, MoreNode, Node } from "./nodes.ts";
import type { OpenRows } from "./openRows.ts";
import { rowsToRedraw } from "./redraw.ts";
import { PAGE } from "./runList.ts";
import { nodeTooltip } from "./tooltip.ts";

/** The Runs view's data: asks the engine for what is expanded, and redraws only what changed. */
export class RunsTree extends Disposable implements TreeDataProvider<Node> {
  private readonly host: EngineHost;
  private readonly stores: WorkspaceStores;
  private readonly choices: ChoiceStore;
  private readonly cache: NodeCache;
  private readonly open: OpenRows;
  private readonly changed = this.register(new EventEmitter<Node[] | undefined>());
  readonly onDidChangeTreeData = this.changed.event;
  private readonly listedRuns = this.register(new EventEmitter<ExperimentNode>());
  /** The runs of an experiment were asked for: it is open. */
  readonly onDidListRuns = this.listedRuns.event;

  private readonly limits = new Map<string, number>();
  private readonly listed = new Map<string, readonly string[]>();
  private readonly loading = new Loading();
  private readonly bursts: Bursts<EngineChange>;

  constructor(
    host: EngineHost,
    stores: WorkspaceStores,
    choices: ChoiceStore,
    cache: NodeCache,
    open: OpenRows,
    log: Log,
  ) {
    super();
    this.open = open;
    this.host = host;
    this.stores = stores;
    this.choices = choices;
    this.cache = cache;
    this.bursts = this.register(
      new Bursts(
        (changes) => this.redraw(changes),
        (error) => log.error("redrawing failed", error),
      ),
    );
    this.register(host.onDidChange((change) => this.bursts.add(change)));
    // Nothing listed yet: whoever asks now waits for the stores anyway, and a redraw would undo the user's first click.
    this.register(stores.onDidChange(() => (this.listed.size > 0 ? this.redrawAll() : undefined)));
    this.register(choices.onDidChange(() => this.redrawAll()));
  }

  getChildren(node?: Node): Promise<Node[]> {
    return this.loading.begin(node?.id ?? "", orNothing(this.list(node)));
  }

  private async list(node: Node | undefined): Promise<Node[]> {
    await this.stores.ready();
    if (node?.kind === "experiment") this.listedRuns.fire(node);
    const nodes = this.stores.all.length === 0 ? [] : await this.children().of(node);
    this.listed.set(
      node?.id ?? "",
      nodes.map(({ id }) => id),
    );
    return nodes.map((fresh) => this.cache.keep(fresh));
  }

  getTreeItem(node: Node): TreeItem {
    const { showDeleted } = this.choices.current();
    const isOpen = (id: string, first: boolean) => this.open.isOpen(id, first);
    const item = treeItem(node, { parts: settings().description, showDeleted, now: Date.now(), isOpen });
    if (item.collapsibleState === TreeItemCollapsibleState.Expanded) this.loading.expect(node.id);
    return item;
  }

  getParent(node: Node): Node | null {
    return node.parent;
  }

  async resolveTreeItem(item: TreeItem, node: Node, token: CancellationToken): Promise<TreeItem> {
    const text = await nodeTooltip(node, this.host.engine);
    if (!token.isCancellationRequested && text !== null) item.tooltip = new MarkdownString(text, true);
    return item;
  }

  showMore(node: MoreNode): void {
    const { parent } = node;
    this.limits.set(parent.id, this.limitOf(parent) + PAGE);
    this.changed.fire([parent]);
  }

  redrawAll(): void {
    this.changed.fire(undefined);
  }

  private limitOf(list: Node): number {
    return this.limits.get(list.id) ?? PAGE;
  }

  private children(): Children {
    return new Children(this.host.engine, this.choices, { limitOf: (list) => this.limitOf(list) });
  }

  private async redraw(changes: readonly EngineChange[]): Promise<void> {
    const listed = (parent: Node | undefined) => this.listed.get(parent?.id ?? "");
    await this.loading.quiet();
    const rows = await rowsToRedraw(changes, this.host.engine, this.children(), this.cache, listed);
    await this.loading.quiet();
    if (rows.includes(undefined)) this.redrawAll();
    else if (rows.length > 0) this.changed.fire(rows.filter((row) => row !== undefined));
  }
}
