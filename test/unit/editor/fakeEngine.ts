import type { RunRequest, RunRow } from "../../../src/core/model/views.ts";
import type { Engine } from "../../../src/engine/engine.ts";
import { experimentRow, runRow, runView, storeRow } from "./rows.ts";

/** What a fake engine holds: one store, one experiment, these runs. */
export interface FakeStore {
  readonly runs: readonly RunRow[];
  readonly parentOf?: Readonly<Record<string, string>>;
}

/** An engine in memory that answers as the real one does, and notes what it was asked. */
export function fakeEngine({ runs, parentOf = {} }: FakeStore, part: Partial<Engine> = {}) {
  const asked: RunRequest[] = [];
  const engine = {
    stores: async () => [storeRow({ runs: runs.length })],
    experiments: async () => [experimentRow({ runs: runs.length })],
    runs: async (request: RunRequest) => {
      asked.push(request);
      const matching = runs.filter((run) => matches(run, request, parentOf));
      return { total: matching.length, rows: matching.slice(request.offset, request.offset + request.limit) };
    },
    groups: async () => [{ group: "finished", label: "Finished", count: runs.length }],
    run: async (ref: { run: string }) => {
      const row = runs.find(({ id }) => id === ref.run);
      return row === undefined ? null : runView({ row });
    },
    ...part,
  };
  return { engine: engine as unknown as Engine, asked };
}

function matches(run: RunRow, request: RunRequest, parentOf: Readonly<Record<string, string>>): boolean {
  if (!run.label.includes(request.filter)) return false;
  if (request.grouping !== "parent" || request.parent === undefined) return true;
  return (parentOf[run.id] ?? null) === request.parent;
}

export function manyRuns(count: number): RunRow[] {
  return Array.from({ length: count }, (_, index) => runRow({ id: `run${index}`, label: `run-${index}` }));
}
