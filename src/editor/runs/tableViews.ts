import type { TableView } from "../../core/model/runsTable.ts";
import { DEFAULT_VIEW } from "../../protocol/defaultView.ts";
import type { RunsPlace } from "../../protocol/runs.ts";
import { parseTableView } from "../../protocol/tableGuards.ts";
import { placeKey } from "./place.ts";

/** Where views are kept: a workspace's state. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

const KEY = "runs.tableViews";
/** Views kept, those longest ago forgotten first. */
const MOST = 100;
/** A view of thousands of columns is not kept: every start of the editor would read it. */
const LARGEST = 200_000;

/** What people chose for the tables of this workspace, each by its experiments. */
export class TableViews {
  private readonly memory: Memory;

  constructor(memory: Memory) {
    this.memory = memory;
  }

  of(place: RunsPlace): TableView {
    const kept = this.entries().find(([key]) => key === placeKey(place));
    return (kept && parseTableView(kept[1])) ?? DEFAULT_VIEW;
  }

  async keep(place: RunsPlace, view: TableView): Promise<void> {
    const key = placeKey(place);
    const others = this.entries().filter(([other]) => other !== key);
    const isSmall = JSON.stringify(view).length <= LARGEST;
    await this.memory.update(KEY, [...others, ...(isSmall ? [[key, view]] : [])].slice(-MOST));
  }

  private entries(): readonly (readonly [string, unknown])[] {
    const kept = this.memory.get(KEY);
    return Array.isArray(kept) ? kept.filter(isEntry) : [];
  }
}

function isEntry(kept: unknown): kept is readonly [string, unknown] {
  return Array.isArray(kept) && kept.length === 2 && typeof kept[0] === "string";
}
