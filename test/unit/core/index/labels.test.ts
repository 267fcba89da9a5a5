import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { Overviews } from "../../../../src/core/index/overview.ts";
import { RunTable } from "../../../../src/core/index/table.ts";
import { codeParams } from "../../../../src/core/model/codedParams.ts";
import { labelRuns } from "../../../../src/core/model/distinctLabels.ts";
import { type RecordSpec, record } from "../../../support/record.ts";

function indexed(specs: readonly RecordSpec[]): { table: RunTable; overviews: Overviews } {
  const table = new RunTable();
  for (const spec of specs) table.put(record(spec));
  return { table, overviews: new Overviews(table) };
}

const labelsIn = (specs: readonly RecordSpec[]) => {
  const overview = indexed(specs).overviews.of("0");
  return specs.map((_, row) => overview.label(row));
};

/** Three kinds of models trained under one name, no param of one known to another. */
const ZOO: readonly RecordSpec[] = [
  ...["10", "50", "100"].flatMap((trees) => ["4", "8"].map((depth) => ({ n_estimators: trees, max_depth: depth }))),
  ...["0.1", "1", "10"].map((C) => ({ C, solver: "lbfgs" })),
  ...["relu", "tanh"].flatMap((activation) => ["16", "32"].map((units) => ({ activation, units, epochs: "20" }))),
].map((params, n) => ({ folder: n.toString(16).padStart(32, "0"), name: "train", params }));

describe("labels in the index", () => {
  it("tell runs of different models apart without their ids", () => {
    for (const specs of [ZOO, ZOO.map((spec) => ({ ...spec, name: null }))]) {
      const labels = labelsIn(specs).map(({ label }) => label);
      equal(new Set(labels).size, ZOO.length);
      for (const label of labels) ok(!label.includes("00000000"), label);
    }
  });

  it("leave out no model beside names that differ", () => {
    const rows = labelsIn(ZOO.map((spec, n) => ({ ...spec, name: `run ${n}` })));
    deepEqual(
      rows.map(({ label }) => label),
      ZOO.map((_, n) => `run ${n}`),
    );
    for (const { telling } of rows) ok(telling.length > 0 && telling.length <= 2);
    equal(new Set(rows.map(({ telling }) => JSON.stringify(telling))).size, ZOO.length);
  });

  it("change with the runs of their experiment", () => {
    const { table, overviews } = indexed([{ folder: "a", name: "x" }]);
    equal(overviews.of("0").label(0).label, "x");
    table.put(record({ folder: "b", name: "x", params: { lr: "1" } }));
    equal(overviews.of("0").label(0).label, "x · lr=–");
    equal(overviews.of("0").label(1).label, "x · lr=1");
    table.remove(1);
    equal(overviews.of("0").label(0).label, "x");
  });

  it("stay what they are while metrics alone are written, and are made anew for anything else", () => {
    const specs = ["a", "b", "c"].map((folder, i) => ({ folder, name: "x", params: { lr: `${i}` } }));
    const step = fc.oneof(
      fc.record({ folder: fc.constantFrom("a", "b", "c"), metrics: fc.record({ m: fc.double() }) }),
      fc.record({ folder: fc.constantFrom("a", "b", "d"), params: fc.record({ lr: fc.constantFrom("1", "7") }) }),
      fc.record({ folder: fc.constantFrom("a", "c"), name: fc.constantFrom("y", null) }),
      fc.record({ folder: fc.constantFrom("b"), lifecycle: fc.constant("deleted" as const) }),
      fc.record({ gone: fc.constantFrom("a", "b") }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        const { table, overviews } = indexed(specs);
        const now = new Map<string, RecordSpec>(specs.map((spec) => [spec.folder, spec]));
        overviews.of("0").label(0);
        for (const change of steps) {
          if ("gone" in change) {
            table.remove(table.rowOf("0", change.gone));
            now.delete(change.gone);
            continue;
          }
          const spec = { ...now.get(change.folder), ...change };
          now.set(change.folder, spec);
          table.put(record(spec));
          // Asked after each step, so that labels are taken over from step to step.
          overviews.of("0").label(table.length - 1);
        }
        const fresh = indexed([...now.values()]);
        for (const folder of now.keys()) {
          const expected = fresh.overviews.of("0").label(fresh.table.rowOf("0", folder));
          deepEqual(overviews.of("0").label(table.rowOf("0", folder)), expected);
        }
      }),
    );
  });

  it("are those that the command line gives", () => {
    const text = fc.constantFrom("1", "2", "", "x".repeat(70), `${"x".repeat(35)}y${"x".repeat(35)}`, "a\nb");
    const runs = fc.array(
      fc.record({
        name: fc.option(fc.constantFrom("train", "eval", " ")),
        params: fc.dictionary(fc.constantFrom("a", "b", "seed", "k".repeat(80)), text),
        lifecycle: fc.constantFrom("active" as const, "active" as const, "deleted" as const),
      }),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(runs, (list) => {
        const specs = list.map((one, n) => ({ ...one, folder: `run ${n}` }));
        const records = specs.map((spec) => record(spec));
        const all = [...records.keys()];
        const expected = labelRuns({
          all,
          active: all.filter((n) => records[n]?.info.lifecycle === "active"),
          params: codeParams(records),
          name: (n) => records[n]?.info.name ?? null,
          id: (n) => records[n]?.info.id ?? "",
        });
        deepEqual(
          labelsIn(specs),
          all.map((n) => expected.get(n)),
        );
      }),
    );
  });
});
