import { commands, EventEmitter, MarkdownString, type TreeDataProvider, type TreeItem } from "vscode";
import type { EngineChange } from "../../core/model/views.ts";
import { Disposable } from "../base/disposable.ts";
import type { Log } from "../base/log.ts";
import { Context } from "../base/names.ts";
import { type EngineHost, orNothing } from "../engineHost.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";
import { Bursts } from "../tree/bursts.ts";
import { treeItem } from "../tree/item.ts";
import { NodeCache } from "../tree/nodeCache.ts";
import type { Node } from "../tree/nodes.ts";
import type { OpenRows } from "../tree/openRows.ts";
import { nodeTooltip } from "../tree/tooltip.ts";
import { modelChildren } from "./modelNodes.ts";

/** The Models view's data; the view itself is there only while a registry holds something. */
export class ModelsTree extends Disposable implements TreeDataProvider<Node> {
  private readonly host: EngineHost;
  private readonly stores: WorkspaceStores;
  private readonly open: OpenRows;
  private readonly cache = new NodeCache();
  private readonly changed = this.register(new EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.changed.event;

  constructor(host: EngineHost, stores: WorkspaceStores, open: OpenRows, log: Log) {
    super();
    this.open = open;
    this.host = host;
    this.stores = stores;
    const fail = (error: unknown) => log.error("redrawing failed", error);
    const bursts = this.register(new Bursts<EngineChange>(() => this.redraw(), fail));
    this.register(host.onDidChange((change) => (change.registryChanged ? bursts.add(change) : undefined)));
    this.register(stores.onDidChange(() => void this.redraw().catch(fail)));
  }

  async getChildren(node?: Node): Promise<Node[]> {
    await this.stores.ready();
    if (this.stores.all.length === 0) return [];
    const nodes = await orNothing(modelChildren(this.host.engine, node));
    return nodes.map((fresh) => this.cache.keep(fresh));
  }

  getTreeItem(node: Node): TreeItem {
    const isOpen = (id: string, first: boolean) => this.open.isOpen(id, first);
    return treeItem(node, { parts: [], showDeleted: false, now: Date.now(), isOpen });
  }

  getParent(node: Node): Node | null {
    return node.parent;
  }

  async resolveTreeItem(item: TreeItem, node: Node): Promise<TreeItem> {
    const text = await nodeTooltip(node, this.host.engine);
    if (text !== null) item.tooltip = new MarkdownString(text, true);
    return item;
  }

  private async redraw(): Promise<void> {
    const roots = this.stores.all.length === 0 ? [] : await orNothing(modelChildren(this.host.engine, undefined));
    await commands.executeCommand("setContext", Context.hasModels, roots.length > 0);
    this.changed.fire(undefined);
  }
}
