import { EventEmitter } from "vscode";
import type { SaidGoal } from "../../core/model/judging.ts";
import { Disposable } from "../base/disposable.ts";

/** Where goals are kept: a workspace's state. */
export interface GoalMemory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

const KEY = "runs.goals";
/** Goals kept, those said longest ago forgotten first; longer keys are not kept. */
const MOST = 500;
const LONGEST_KEY = 1000;

/** Whether low or high is better, as a person said it of metrics of this workspace's stores. */
export class SaidGoals extends Disposable {
  private readonly memory: GoalMemory;
  private readonly changed = this.register(new EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  constructor(memory: GoalMemory) {
    super();
    this.memory = memory;
  }

  get all(): readonly SaidGoal[] {
    const kept = this.memory.get(KEY);
    return Array.isArray(kept) ? kept.filter(isSaidGoal) : [];
  }

  /** Says a metric's goal for some stores; null forgets what was said. */
  async say(stores: readonly string[], key: string, goal: SaidGoal["goal"] | null): Promise<void> {
    const others = this.all.filter((one) => one.key !== key || !stores.includes(one.store));
    const isKept = goal !== null && key.length <= LONGEST_KEY;
    const said = isKept ? stores.map((store): SaidGoal => ({ store, key, goal })) : [];
    await this.memory.update(KEY, [...others, ...said].slice(-MOST));
    this.changed.fire();
  }
}

/** What another session kept, or another version. */
function isSaidGoal(kept: unknown): kept is SaidGoal {
  if (typeof kept !== "object" || kept === null) return false;
  const { store, key, goal } = kept as Record<string, unknown>;
  return typeof store === "string" && typeof key === "string" && (goal === "min" || goal === "max");
}
