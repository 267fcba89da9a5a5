import { type WebviewPanel, window } from "vscode";
import type { RunRef } from "../../core/model/run.ts";
import type { EngineChange } from "../../core/model/views.ts";
import { Channel } from "../../protocol/channel.ts";
import type { RunsEditorEvents, RunsEditorHost, RunsOpening, RunsPlace, RunsTab } from "../../protocol/runs.ts";
import { runsHostGuards } from "../../protocol/runsGuards.ts";
import { Disposable } from "../base/disposable.ts";
import { t } from "../base/l10n.ts";
import { concerns } from "../page/runEditor.ts";
import { portOf } from "../page/webviewPage.ts";
import { CompareTab } from "./compareTab.ts";
import { comparisonTitle, tableTitle } from "./comparisonTitle.ts";
import { Newest } from "./newest.ts";
import { Paced } from "./paced.ts";
import { MOST_PINNED, PinSet } from "./pinSet.ts";
import { placeName } from "./placeName.ts";
import { type AnsweredEditor, type RunsParts, runsAnswers } from "./runsAnswers.ts";
import { iconOf } from "./runsIcon.ts";
import { TableTab } from "./tableTab.ts";

const PAUSE_MS = 250;

/** One Runs editor: its tabs, its pinned runs, and the answers that its page is given. */
export class RunsPanel extends Disposable implements AnsweredEditor {
  readonly place: RunsPlace | null;
  private readonly parts: RunsParts;
  private readonly panel: WebviewPanel;
  private readonly pins: PinSet;
  private readonly compare: CompareTab;
  private readonly table: TableTab;
  private readonly channel: Channel<RunsEditorEvents, RunsEditorHost>;
  private readonly runsChanged: Paced;
  private readonly scopes = new Newest(() => this.tellScope());
  private tab: RunsTab;

  constructor(parts: RunsParts, panel: WebviewPanel, { place, tab, pins }: RunsOpening) {
    super();
    this.parts = parts;
    this.panel = panel;
    this.place = place;
    this.tab = tab;
    this.pins = new PinSet(pins);
    const engine = () => parts.host.engine;
    this.compare = new CompareTab(engine, this.pins, {
      read: () => this.describe(),
      changed: (comparison) => this.channel.tell("changed", comparison),
    });
    this.table = new TableTab(engine, parts.views, place);
    const answers = runsAnswers(this, this.compare, this.table, parts);
    this.channel = new Channel<RunsEditorEvents, RunsEditorHost>(portOf(panel.webview), answers, runsHostGuards);
    this.runsChanged = this.register(new Paced(() => this.tellRuns(), PAUSE_MS));
    this.register({ dispose: () => this.channel.dispose() });
    this.register({ dispose: () => parts.shown.set(this, []) });
    this.register(panel.onDidDispose(() => this.dispose()));
    this.register(panel.onDidChangeViewState(() => this.seen()));
    this.register(parts.host.onDidChange((change) => this.follow(change)));
    this.register(parts.stores.onDidChange(() => this.allChanged()));
    this.seen();
    this.describe();
  }

  get isVisible(): boolean {
    return this.panel.visible;
  }

  get isActive(): boolean {
    return this.panel.active;
  }

  reveal(tab: RunsTab): void {
    this.panel.reveal();
    this.tab = tab;
    this.channel.tell("tabWanted", tab);
    this.showTab(tab);
  }

  opening(): RunsOpening {
    return { place: this.place, tab: this.tab, pins: this.pins.pins };
  }

  hasPinned(refs: readonly RunRef[]): boolean {
    return refs.every((ref) => this.pins.has(ref));
  }

  async setPinned(refs: readonly RunRef[], isPinned: boolean): Promise<void> {
    const left = isPinned ? this.pins.add(refs) : 0;
    if (!isPinned) this.pins.remove(refs);
    if (left > 0)
      void window.showInformationMessage(t("Up to {0} runs can be compared; {1} were left out.", MOST_PINNED, left));
    await this.pinsChanged();
  }

  async setBaseline(ref: RunRef | null): Promise<void> {
    this.pins.setBaseline(ref);
    await this.pinsChanged();
  }

  async arrange(refs: readonly RunRef[]): Promise<void> {
    this.pins.arrange(refs);
    await this.pinsChanged();
  }

  private async pinsChanged(): Promise<void> {
    this.channel.tell("pinned", this.pins.pins);
    await this.compareChanged();
  }

  /** The page of a tab that is hidden is gone; the one after it asks anew. */
  private seen(): void {
    if (!this.panel.visible) this.compare.comparison.forget();
    const folders = this.panel.visible ? (this.place?.experiments ?? []) : [];
    this.parts.shown.set(
      this,
      folders.map((experiment) => ({ store: this.place?.store ?? "", experiment })),
    );
  }

  private follow(change: EngineChange): void {
    if (this.table.isConcernedBy(change)) this.runsChanged.ask();
    if (this.pins.refs.some((ref) => concerns(change, ref))) void this.compareChanged();
  }

  /** Stores were opened, closed or opened again. */
  private allChanged(): void {
    this.runsChanged.ask();
    void this.compareChanged();
  }

  /** A page asks for its comparison whenever it comes to the front, and is told of changes while it is there. */
  private async compareChanged(): Promise<void> {
    if (this.tab === "compare") await this.compare.comparison.update();
  }

  showTab(tab: RunsTab): void {
    this.tab = tab;
    if (tab !== "compare") this.compare.comparison.forget();
    this.describe();
  }

  private tellRuns(): void {
    this.channel.tell("runsChanged");
    void this.scopes.run();
  }

  /** What the table is of, where that is something else than its page was told last. */
  private async tellScope(): Promise<void> {
    const scope = await this.table.newScope().catch(() => null);
    if (scope === null || this.isDisposed) return;
    this.channel.tell("scopeChanged", scope);
    this.describe();
  }

  /** Title and icon follow what is in front. */
  private describe(): void {
    this.panel.iconPath = iconOf(this.parts.extension, this.tab);
    if (this.tab === "compare" || this.place === null) this.panel.title = comparisonTitle(this.compare.shown);
    else void this.nameTable(this.place).catch(() => undefined);
  }

  private async nameTable(place: RunsPlace): Promise<void> {
    await this.parts.stores.ready();
    const { experiments, storeLabel } = await placeName(this.parts.host.engine, place);
    if (!this.isDisposed && this.tab !== "compare") this.panel.title = tableTitle(experiments, storeLabel);
  }
}
