import { batch, computed, effect, signal } from "@preact/signals";
import type { Column, TableQuery, TableView } from "../../../core/model/runsTable.ts";
import type { RunKeys } from "../../../core/model/views.ts";
import { DEFAULT_VIEW } from "../../../protocol/defaultView.ts";
import type { TableScope } from "../../../protocol/runs.ts";
import type { Asking } from "../context.ts";
import { CategoryLooks } from "./cells/categoryLooks.ts";
import { defaultColumns } from "./columns/defaultColumns.ts";
import { type ShownColumns, shownColumns } from "./columns/shownColumns.ts";
import { Lines, type Question } from "./lines/lines.ts";
import { tellingInLines } from "./lines/tellingInLines.ts";
import { ProfileLoader } from "./profileSets.ts";
import { NOTHING, type Selection } from "./selection.ts";
import type { TableState } from "./tableView.ts";

/** Runs change in bursts, and each is asked for anew. */
const CHANGES_MS = 400;
/** Asked for before it is known how many fit on the screen. */
const LINES_AT_FIRST = 40;
const TELLING_LINES = 64;
/** Groups opened by one command, and asked for by one question. */
const MOST_OPENED = 10_000;
const GROUPS_AT_ONCE = 2000;
/** Rows wait so long for the profiles that say which columns there are. */
const PROFILES_MS = 300;

/** What the tab Table knows: its choices, the lines on screen, the columns' profiles. */
export class TableModel {
  readonly scope = signal<TableScope | null>(null);
  readonly view = signal<TableView>(DEFAULT_VIEW);
  readonly open = signal<readonly string[]>([]);
  readonly selection = signal<Selection>(NOTHING);
  readonly keys = signal<RunKeys | null>(null);
  /** Grows whenever `lines` has others. */
  readonly linesVersion = signal(0);
  /** Grows whenever the lines are to be looked at from the first on. */
  readonly fromTop = signal(0);
  readonly looks = new CategoryLooks();
  /** The row at the top and what is at the left, in CSS pixels of the contents. */
  place: { readonly row: number; readonly left: number } = { row: 0, left: 0 };
  readonly lines: Lines;
  readonly profiles: ProfileLoader;
  readonly #host: Asking;
  readonly #waited = signal(false);
  readonly #telling = signal<readonly string[] | null>(null);
  #changing: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Asking) {
    this.#host = host;
    this.lines = new Lines(
      (request) => host.ask("page", request),
      (isFromTop) => this.#linesChanged(isFromTop),
    );
    this.profiles = new ProfileLoader((query) => host.ask("columns", query));
  }

  /** What is asked of the host for. */
  readonly query = computed<TableQuery | null>(() => {
    const scope = this.scope.value;
    if (scope === null) return null;
    const { filter, onlyProblems = false, lifecycle, order } = this.view.value;
    const experiments = scope.experiments?.map(({ folder }) => folder) ?? null;
    return { store: scope.store, experiments, filter, onlyProblems, lifecycle, order };
  });

  readonly question = computed<Question | null>(() => {
    const query = this.query.value;
    if (query === null) return null;
    const { grouping } = this.view.value;
    return { ...query, grouping, open: grouping === null ? [] : this.open.value };
  });

  /** The columns as chosen, also those that are hidden or that no run has any more. */
  readonly chosen = computed<readonly Column[]>(() => {
    const scope = this.scope.value;
    const chosen = this.view.value.columns;
    if (chosen !== null) return chosen;
    return defaultColumns({
      profiles: [...(this.profiles.sets.value?.all.values() ?? [])],
      primary: scope?.primary ?? null,
      telling: this.#telling.value ?? [],
      isOfSeveralExperiments: scope?.experiments?.length !== 1,
    });
  });

  readonly shown = computed<ShownColumns>(() =>
    shownColumns(this.chosen.value, this.view.value, this.profiles.sets.value?.all ?? null),
  );

  /** Whether there is something to look at: the first lines, and what columns there are. */
  readonly isReady = computed(() => {
    this.linesVersion.value;
    const areColumnsKnown = this.profiles.sets.value !== null && this.#telling.value !== null;
    return this.lines.counts !== null && (areColumnsKnown || this.#waited.value);
  });

  load(scope: TableScope, kept: TableState | null): void {
    batch(() => {
      this.scope.value = scope;
      this.view.value = kept?.view ?? scope.view;
      this.open.value = kept?.open ?? [];
      if (kept !== null) this.place = { row: kept.row, left: kept.left };
    });
    const first = Math.floor(this.place.row);
    this.lines.want({ first, end: first + LINES_AT_FIRST }, this.view.value.columns ?? []);
    setTimeout(() => {
      this.#waited.value = true;
    }, PROFILES_MS);
    void this.#loadTelling();
    this.#follow();
  }

  /** Some choices become others. */
  change(changes: Partial<TableView>): void {
    this.view.value = { ...this.view.value, ...changes };
  }

  /** It is of the same runs as before, and what is known of them beside is new. */
  rescope(scope: TableScope): void {
    this.scope.value = scope;
    this.refresh();
  }

  /** Runs of the scope came, changed or went. */
  runsChanged(): void {
    clearTimeout(this.#changing);
    this.#changing = setTimeout(() => this.refresh(), CHANGES_MS);
  }

  /** Asks for everything on screen again. */
  refresh(): void {
    const question = this.question.peek();
    if (question === null) return;
    this.lines.start(question, false);
    void this.#loadProfiles(question, false);
    if (this.keys.peek() !== null) void this.loadKeys();
  }

  /** What a filter box completes from, once somebody writes into it. */
  async loadKeys(): Promise<void> {
    this.keys.value = await this.#host.ask("keys").catch(() => this.keys.peek());
  }

  setOpen(key: string, isOpen: boolean): void {
    const others = this.open.peek().filter((one) => one !== key);
    this.open.value = isOpen ? [...others, key] : others;
  }

  /** Opens every group there is, so many at most; how many are open then. */
  async openAll(): Promise<number> {
    const question = this.question.peek();
    if (question === null) return 0;
    const keys: string[] = [];
    for (let total = 1; keys.length < Math.min(total, MOST_OPENED); ) {
      const request = { ...question, open: [], columns: [], offset: keys.length, limit: GROUPS_AT_ONCE };
      const page = await this.#host.ask("page", request);
      keys.push(...page.lines.flatMap((line) => (line.kind === "group" ? line.key : [])));
      total = page.lines.length === 0 ? 0 : page.total;
    }
    this.open.value = keys;
    return keys.length;
  }

  /** Asks for lines and profiles whenever the choices ask for others. */
  #follow(): void {
    let last: Question | null = null;
    effect(() => {
      const question = this.question.value;
      if (question === null || JSON.stringify(question) === JSON.stringify(last)) return;
      // At first it is looked at from where it was left.
      const isSameTop = last === null || sameBut(question, last, ["open"]);
      const isSameFilter = last !== null && sameBut(question, last, ["open", "order", "grouping"]);
      const isOnlyFilter = last !== null && question.lifecycle === last.lifecycle;
      last = question;
      this.lines.start(question, !isSameTop);
      this.linesVersion.value = this.linesVersion.peek() + 1;
      if (!isSameFilter) void this.#loadProfiles(question, isOnlyFilter);
    });
  }

  /** Of the newest runs, whatever is filtered and sorted: so that columns that nobody chose stay the same. */
  async #loadTelling(): Promise<void> {
    const query = this.query.peek();
    if (query === null) return;
    const all = {
      ...query,
      filter: "",
      onlyProblems: false,
      order: [],
      grouping: null,
      open: [],
      columns: [],
      offset: 0,
      limit: TELLING_LINES,
    };
    const lines = await this.#host.ask("page", all).then(
      (page) => page.lines,
      () => [],
    );
    this.#telling.value = tellingInLines(lines);
  }

  #loadProfiles(question: Question, isOnlyFilter: boolean): Promise<void> {
    const { grouping: _, open: __, ...query } = question;
    // Without profiles the rows are there all the same; what is wrong with the filter is said with them.
    return this.profiles.load(query, isOnlyFilter).catch(() => undefined);
  }

  #linesChanged(isFromTop: boolean): void {
    batch(() => {
      if (isFromTop) {
        this.place = { row: 0, left: this.place.left };
        this.fromTop.value++;
      }
      this.linesVersion.value++;
    });
  }
}

function sameBut(a: Question, b: Question, left: readonly (keyof Question)[]): boolean {
  const rest = (question: Question) =>
    JSON.stringify(Object.entries(question).filter(([key]) => !left.includes(key as keyof Question)));
  return rest(a) === rest(b);
}
