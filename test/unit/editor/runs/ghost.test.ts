import { deepStrictEqual, strictEqual } from "node:assert";
import type { RunRow } from "../../../../src/core/model/views.ts";
import { ghostOf } from "../../../../src/editor/runs/ghost.ts";
import { row } from "../../../ui/pages/samples/parts.ts";

const run = (id: string, changes: Partial<RunRow> = {}): RunRow => row({ id, label: id, ...changes });
const value = (number: number) => ({ primary: { key: "loss", value: number, best: false } });

/** An engine with one experiment of these runs, in the order it would answer them. */
function engine(rows: readonly RunRow[], goal = "min"): { asked: unknown[] } & Parameters<typeof ghostOf>[0] {
  const asked: unknown[] = [];
  const folder = rows[0]?.ref.experiment;
  return {
    asked,
    experiments: async () => [{ folder, primary: { key: "loss", goal } }] as never,
    runs: async (request) => {
      asked.push(request.order);
      return { total: rows.length, rows };
    },
  };
}

describe("what live runs are drawn against", () => {
  const live = run("a", { status: "live", ...value(0.1) });
  const rows = [live, run("b", { status: "failed", ...value(0.2) }), run("c", value(Number.NaN)), run("d", value(0.3))];

  it("is the best finished run of their experiment", async () => {
    const asking = engine(rows);
    strictEqual((await ghostOf(asking, [live], [live.ref]))?.label, "d");
    deepStrictEqual(asking.asked, [{ by: { metric: "loss" }, descending: false }]);
    const other = engine(rows, "max");
    await ghostOf(other, [live], []);
    deepStrictEqual(other.asked, [{ by: { metric: "loss" }, descending: true }]);
  });

  it("is nothing where none is live, nobody knows the goal, or it is pinned already", async () => {
    strictEqual(await ghostOf(engine(rows), [run("d")], []), null);
    strictEqual(await ghostOf(engine(rows, "unknown"), [live], []), null);
    strictEqual(await ghostOf(engine(rows), [live], [live.ref, run("d").ref]), null);
    strictEqual(await ghostOf(engine([live]), [live], []), null);
  });
});
