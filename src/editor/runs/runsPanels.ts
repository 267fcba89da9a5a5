import { ViewColumn, type WebviewPanel, type WebviewPanelSerializer, window } from "vscode";
import type { RunRef } from "../../core/model/run.ts";
import type { Pins, RunsOpening, RunsPlace } from "../../protocol/runs.ts";
import { parseRunsState } from "../../protocol/runsGuards.ts";
import { Disposable } from "../base/disposable.ts";
import { t } from "../base/l10n.ts";
import { RUNS_PANEL } from "../base/names.ts";
import { showPage } from "../page/webviewPage.ts";
import { MOST_PINNED, PinSet } from "./pinSet.ts";
import { placeOf, samePlace } from "./place.ts";
import type { RunsParts } from "./runsAnswers.ts";
import { RunsPanel } from "./runsPanel.ts";

const NOTHING: RunsOpening = { place: null, tab: "compare", pins: { refs: [], baseline: null } };

/** Opens Runs editors, finds the one that is meant, and opens them again after a reload. */
export class RunsPanels extends Disposable implements WebviewPanelSerializer {
  private readonly parts: RunsParts;
  /** The one used last stands last. */
  private panels: readonly RunsPanel[] = [];
  /** Pinned while no editor was in sight; the next one takes them. */
  private waiting = new PinSet();

  constructor(parts: RunsParts) {
    super();
    this.parts = parts;
    this.register(window.registerWebviewPanelSerializer(RUNS_PANEL, this));
  }

  /** What each open editor stands at, the one used last at the end. */
  openings(): RunsOpening[] {
    return this.panels.map((panel) => panel.opening());
  }

  /** The table of these experiments: the editor that has it, or a new one. */
  async openTable(place: RunsPlace): Promise<void> {
    const known = this.panels.find((panel) => panel.place !== null && samePlace(panel.place, place));
    if (known === undefined) this.open({ place, tab: "table", pins: this.taken() });
    else known.reveal("table");
  }

  /** The comparison of these runs and those that wait, each once. */
  async compare(refs: readonly RunRef[]): Promise<void> {
    const wanted = new PinSet(this.waiting.pins);
    const left = wanted.add(refs);
    if (wanted.refs.length < 2) {
      void window.showInformationMessage(t("Select two or more runs to compare them."));
      return;
    }
    if (left > 0) {
      const asked = wanted.refs.length + left;
      void window.showInformationMessage(t("Up to {0} runs can be compared; {1} are selected.", MOST_PINNED, asked));
      return;
    }
    this.waiting = new PinSet();
    this.open({ place: placeOf(wanted.refs), tab: "compare", pins: wanted.pins });
  }

  /** A comparison as somebody else pinned it. */
  async openComparison(pins: Pins): Promise<void> {
    this.open({ place: placeOf(pins.refs), tab: "compare", pins });
  }

  /** Takes runs out of the comparison in sight where all of them are in it, else puts them there. */
  async togglePinned(refs: readonly RunRef[]): Promise<void> {
    const panel = this.inSight();
    if (panel !== null) return panel.setPinned(refs, !panel.hasPinned(refs));
    const arePinned = refs.every((ref) => this.waiting.has(ref));
    const left = arePinned ? 0 : this.waiting.add(refs);
    if (arePinned) this.waiting.remove(refs);
    this.tellWaiting(left);
  }

  async setBaseline(ref: RunRef): Promise<void> {
    const panel = this.inSight();
    if (panel === null) {
      this.waiting.add([ref]);
      this.waiting.setBaseline(ref);
      this.tellWaiting(0);
      return;
    }
    await panel.setPinned([ref], true);
    await panel.setBaseline(ref);
  }

  async deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
    this.show(panel, parseRunsState(state) ?? NOTHING);
  }

  private tellWaiting(left: number): void {
    const { length } = this.waiting.refs;
    if (left > 0)
      void window.showInformationMessage(t("Up to {0} runs can be compared; {1} were left out.", MOST_PINNED, left));
    else
      window.setStatusBarMessage(
        length === 1
          ? t("1 run is pinned for the next comparison")
          : t("{0} runs are pinned for the next comparison", length),
        5000,
      );
  }

  private taken() {
    const { pins } = this.waiting;
    this.waiting = new PinSet();
    return pins;
  }

  /** The editor that is used, else the one used last of those in sight. */
  private inSight(): RunsPanel | null {
    const visible = this.panels.filter((panel) => panel.isVisible);
    return visible.find((panel) => panel.isActive) ?? visible.at(-1) ?? null;
  }

  private open(opening: RunsOpening): void {
    this.show(window.createWebviewPanel(RUNS_PANEL, t("Runs"), ViewColumn.Active), opening);
  }

  private show(panel: WebviewPanel, opening: RunsOpening): void {
    const made = this.register(new RunsPanel(this.parts, panel, opening));
    this.panels = [...this.panels, made];
    panel.onDidChangeViewState(() => {
      if (panel.active) this.panels = [...this.panels.filter((other) => other !== made), made];
    });
    panel.onDidDispose(() => {
      this.panels = this.panels.filter((other) => other !== made);
    });
    showPage(panel.webview, this.parts.extension, "runs", panel.title);
  }
}
