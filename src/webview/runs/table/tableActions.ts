import { type RunRef, refKey } from "../../../core/model/run.ts";
import { type Column, columnId, type TableFormat, type TableRuns } from "../../../core/model/runsTable.ts";
import { announce, perform } from "../../ui/announce.tsx";
import type { Range } from "../../ui/grid/range.ts";
import { counted, t } from "../../ui/l10n.ts";
import type { Asking } from "../context.ts";
import type { PinnedRuns } from "../pins.ts";
import { extended, isSelected, NOTHING, selectedCount, selectionOf, toggled } from "./selection.ts";
import type { TableModel } from "./tableModel.ts";

/** As many as a comparison takes. */
export const MOST_PINNED = 500;

/** What a person does with the runs of a table. */
export class TableActions {
  readonly #host: Asking;
  readonly #model: TableModel;
  readonly #pinned: PinnedRuns;
  /** Where a range that is selected begins. */
  #anchor = 0;
  #turn = 0;

  constructor(host: Asking, model: TableModel, pinned: PinnedRuns) {
    this.#host = host;
    this.#model = model;
    this.#pinned = pinned;
  }

  open(ref: RunRef, toSide: boolean): void {
    perform(this.#host.ask("open", ref, { toSide }));
  }

  select(line: number): void {
    this.#anchor = line;
    const ref = this.refAt(line);
    this.#model.selection.value = ref === null ? NOTHING : selectionOf([ref]);
  }

  toggle(line: number): void {
    this.#anchor = line;
    const ref = this.refAt(line);
    if (ref !== null) this.#model.selection.value = toggled(this.#model.selection.peek(), [ref]);
  }

  /** Selects from where the last single selection was up to this line; with `adds` beside what is selected already. */
  async extendTo(line: number, adds: boolean): Promise<void> {
    const turn = ++this.#turn;
    const range = { first: Math.min(line, this.#anchor), end: Math.max(line, this.#anchor) + 1 };
    const refs = this.#known(range) ?? (await this.#refsIn(range));
    if (turn !== this.#turn || refs === null) return;
    const { selection } = this.#model;
    selection.value = adds ? extended(selection.peek(), refs) : selectionOf(refs);
  }

  /** Selects the runs of a group, whether it is open or not. */
  async selectGroup(line: number, key: string): Promise<void> {
    const refs = await this.#refsIn({ first: line, end: line + 1 }, key);
    if (refs !== null) this.#model.selection.value = selectionOf(refs);
  }

  clearSelection(): void {
    this.#model.selection.value = NOTHING;
  }

  /** The selected runs where this one is among them, else it alone. */
  async meantBy(ref: RunRef): Promise<readonly RunRef[]> {
    return isSelected(this.#model.selection.peek(), ref) ? ((await this.selectedRefs()) ?? []) : [ref];
  }

  /** Null where they cannot be had, which is said. */
  async selectedRefs(): Promise<readonly RunRef[] | null> {
    const selection = this.#model.selection.peek();
    if (selection.kind === "some") return [...selection.refs.values()];
    const total = this.#model.lines.counts?.total ?? 0;
    const refs = await this.#refsIn({ first: 0, end: total });
    return refs?.filter((ref) => !selection.except.has(refKey(ref))) ?? null;
  }

  /** Whether it is so afterwards: where too many would be pinned none is, which is said. */
  async setPinned(refs: readonly RunRef[], isPinned: boolean): Promise<boolean> {
    const there = new Set(this.#pinned.pins.peek().refs.map(refKey));
    const changed = refs.filter((ref) => there.has(refKey(ref)) !== isPinned);
    if (changed.length === 0) return true;
    if (isPinned && there.size + changed.length > MOST_PINNED) {
      announce(t("Up to {0} runs can be compared; {1} would be pinned.", MOST_PINNED, there.size + changed.length));
      return false;
    }
    await this.#host.ask("setPinned", changed, isPinned);
    const said = isPinned
      ? counted(changed.length, "1 run pinned", "{0} runs pinned")
      : counted(changed.length, "1 run unpinned", "{0} runs unpinned");
    announce(said);
    return true;
  }

  /** Opens all groups, up to a bound that is said. */
  expandAll(): void {
    perform(
      this.#model.openAll().then((opened) => announce(counted(opened, "1 group is open", "{0} groups are open"))),
    );
  }

  collapseAll(): void {
    this.#model.open.value = [];
  }

  /** The host asks for a name, and writes it into the repository's config. */
  saveFilter(): void {
    perform(this.#host.ask("saveFilter", this.#model.view.peek().filter));
  }

  saveColumns(): void {
    perform(this.#host.ask("saveColumns", this.#columns()));
  }

  /** Unpins where all of them are pinned, else pins. */
  togglePinned(refs: readonly RunRef[]): void {
    const there = new Set(this.#pinned.pins.peek().refs.map(refKey));
    perform(this.setPinned(refs, !refs.every((ref) => there.has(refKey(ref)))));
  }

  /** A baseline is one of the pinned runs. */
  async setBaseline(ref: RunRef | null): Promise<void> {
    if (ref !== null) await this.setPinned([ref], true);
    await this.#host.ask("setBaseline", ref);
  }

  copyRows(runs: TableRuns, format: TableFormat): void {
    perform(this.#host.ask("copyRuns", runs, this.#columns(), format).then(() => announce(t("Copied"))));
  }

  exportRows(runs: TableRuns, format: TableFormat): void {
    perform(this.#host.ask("exportRuns", runs, this.#columns(), format));
  }

  /** The selected runs for a command of the host; all that match where none is. */
  async selectedRuns(): Promise<TableRuns | null> {
    const selection = this.#model.selection.peek();
    const query = this.#model.query.peek();
    const runs = this.#model.lines.counts?.runs ?? 0;
    const isAll = selection.kind === "all" && selection.except.size === 0;
    if (query !== null && (isAll || selectedCount(selection, runs) === 0)) return { query };
    const refs = await this.selectedRefs();
    return refs === null ? null : { refs };
  }

  refAt(line: number): RunRef | null {
    const head = this.#model.lines.head(line);
    return head?.kind === "run" ? head.row.ref : null;
  }

  #columns(): readonly Column[] {
    return this.#model.shown.peek().columns;
  }

  /** The runs of some lines where all of them are here; null where one is not, or is a group that is closed. */
  #known({ first, end }: Range): readonly RunRef[] | null {
    const refs: RunRef[] = [];
    for (let line = first; line < end; line++) {
      const head = this.#model.lines.head(line);
      if (head === undefined || (head.kind === "group" && !head.open)) return null;
      if (head.kind === "run") refs.push(head.row.ref);
    }
    return refs;
  }

  async #refsIn({ first, end }: Range, closed?: string): Promise<readonly RunRef[] | null> {
    const question = this.#model.lines.question;
    if (question === null) return null;
    const open = question.open.filter((key) => key !== closed);
    const request = { ...question, open, columns: [], offset: first, limit: end - first };
    return this.#host.ask("runsAt", request).catch((error: unknown) => {
      announce(error instanceof Error ? error.message : String(error));
      return null;
    });
  }
}

/** The place of a column among those shown; -1 where it is not. */
export function placeOf(columns: readonly Column[], id: string): number {
  return columns.findIndex((column) => columnId(column) === id);
}
