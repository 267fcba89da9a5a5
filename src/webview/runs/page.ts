import { effect, signal } from "@preact/signals";
import type { Pins, RunsPlace, RunsTab, TableScope } from "../../protocol/runs.ts";
import { announce } from "../ui/announce.tsx";
import type { Asking } from "./context.ts";
import type { Kept } from "./kept.ts";
import type { RunsModel } from "./model.ts";
import { PinnedRuns } from "./pins.ts";
import { TableModel } from "./table/tableModel.ts";
import { readTableState } from "./table/tableView.ts";

const KEEP_MS = 300;

/** What the tabs share: which one is in front, what runs the page is of, and those pinned. */
export class Page {
  readonly tab = signal<RunsTab | null>(null);
  readonly pinned = new PinnedRuns();
  readonly table: TableModel;
  /** Whether there is a table beside the comparison. */
  readonly hasTable = signal(false);
  /** How often runs of the place were said to have changed. */
  readonly changes = signal(0);
  /** Whether the page is a file of its own, without an editor around it. */
  isFile = false;
  readonly #host: Asking;
  readonly #kept: Kept;
  readonly #comparison: RunsModel;
  #place: RunsPlace | null = null;

  constructor(host: Asking, kept: Kept, comparison: RunsModel) {
    this.#host = host;
    this.#kept = kept;
    this.#comparison = comparison;
    this.table = new TableModel(host);
  }

  async load(): Promise<void> {
    const opening = await this.#host.ask("opening").catch(() => null);
    if (opening === null) {
      // A host that has no tabs answers for a comparison alone.
      this.tab.value = "compare";
      this.loadComparison();
      return;
    }
    this.#place = opening.place;
    this.isFile = opening.isFile ?? false;
    this.pinnedAre(opening.pins);
    const scope = opening.place === null ? null : await this.#scope();
    if (scope !== null) {
      this.table.load(scope, readTableState(this.#kept.state.table));
      this.#keepTable();
    }
    this.hasTable.value = scope !== null;
    this.show(scope === null ? "compare" : opening.tab);
  }

  /** Where the runs of a table cannot be had, there is the comparison, and a word why. */
  #scope(): Promise<TableScope | null> {
    return this.#host.ask("scope").catch((error: unknown) => {
      announce(error instanceof Error ? error.message : String(error));
      return null;
    });
  }

  /** Brings a tab to the front; the comparison is asked for anew, for it is told of changes only while it is there. */
  show(tab: RunsTab): void {
    if (tab === this.tab.peek()) return;
    this.tab.value = tab;
    this.#kept.keep({ tab });
    void this.#host.ask("showTab", tab).catch(() => undefined);
    if (tab === "compare") this.loadComparison();
  }

  runsChanged(): void {
    this.table.runsChanged();
    this.changes.value++;
  }

  loadComparison(): void {
    this.#host.ask("load").then(
      (comparison) => this.#comparison.show(comparison),
      (error: unknown) => this.#comparison.fail(error instanceof Error ? error.message : String(error)),
    );
  }

  pinnedAre(pins: Pins): void {
    this.pinned.show(pins);
    this.#kept.keep({ refs: pins.refs, baseline: pins.baseline, place: this.#place });
  }

  /** Choices go to the host for the next time, and into the page's state for the page after a reload. */
  #keepTable(): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isFirst = true;
    const keep = () => {
      const { view, open, place } = this.table;
      this.#kept.keep({ table: { view: view.peek(), open: open.peek(), ...place } });
    };
    effect(() => {
      const view = this.table.view.value;
      this.table.open.value;
      if (isFirst) {
        isFirst = false;
        return;
      }
      clearTimeout(timer);
      timer = setTimeout(() => {
        keep();
        void this.#host.ask("keepView", view).catch(() => undefined);
      }, KEEP_MS);
    });
    // Scrolling alone changes no choice, and is kept when the page goes.
    document.addEventListener("visibilitychange", keep);
    window.addEventListener("pagehide", keep);
  }
}
