import { type CancellationToken, EventEmitter, MarkdownString, type TreeDataProvider, type TreeItem } from "vscode";
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
import type { NodeCache } from "./nodeCache.ts";
import type { MoreNode, Node } from "./nodes.ts";
import { rowsToRedraw } from "./redraw.ts";
import { PAGE } from "./runList.ts";
import { nodeTooltip } from "./tooltip.ts";

/** The Runs view's data: asks the engine for what is expanded, and redraws only what changed. */
export class RunsTree extends Disposable implements TreeDataProvider<Node> {
  private readonly host: EngineHost;
  private readonly stores: WorkspaceStores;
  private readonly choices: ChoiceStore;
  private readonly cache: NodeCache;
  private readonly changed = this.register(new EventEmitter<Node[] | undefined>());
  readonly onDidChangeTreeData = this.changed.event;

  private readonly limits = new Map<string, number>();
  private readonly listed = new Map<string, readonly string[]>();
  /** Lists asked for and not given yet. */
  private readonly asking = new Set<Promise<Node[]>>();
  private readonly bursts: Bursts<EngineChange>;

  constructor(host: EngineHost, stores: WorkspaceStores, choices: ChoiceStore, cache: NodeCache, log: Log) {
    super();
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
    const asking = orNothing(this.list(node));
    this.asking.add(asking);
    return asking.finally(() => this.asking.delete(asking));
  }

  private async list(node: Node | undefined): Promise<Node[]> {
    await this.stores.ready();
    const nodes = this.stores.all.length === 0 ? [] : await this.children().of(node);
    this.listed.set(
      node?.id ?? "",
      nodes.map(({ id }) => id),
    );
    return nodes.map((fresh) => this.cache.keep(fresh));
  }

  /** Waits for the lists under way: VS Code takes what comes late for the answer to a redraw in between. */
  private async quiet(): Promise<void> {
    while (this.asking.size > 0) await Promise.allSettled(this.asking);
  }

  getTreeItem(node: Node): TreeItem {
    const { showDeleted } = this.choices.current();
    return treeItem(node, { parts: settings().description, showDeleted, now: Date.now() });
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
    await this.quiet();
    const rows = await rowsToRedraw(changes, this.host.engine, this.children(), this.cache, listed);
    await this.quiet();
    if (rows.includes(undefined)) this.redrawAll();
    else if (rows.length > 0) this.changed.fire(rows.filter((row) => row !== undefined));
  }
}
