import assert from "node:assert/strict";
import fc from "fast-check";
import { columnProfiles } from "../../../../../src/core/index/columns/columnProfiles.ts";
import type { RunRecord } from "../../../../../src/core/model/run.ts";
import { type Column, type ColumnProfile, columnId } from "../../../../../src/core/model/runsTable.ts";
import { anyRuns } from "../../../../support/anyRuns.ts";
import { record } from "../../../../support/record.ts";
import { tableContext } from "../../../../support/tableContext.ts";
import { Reference } from "../selection/reference.ts";

function profilesOf(records: readonly RunRecord[]): ColumnProfile[] {
  const context = tableContext(records);
  return columnProfiles(
    context,
    Int32Array.from(records, (_, row) => row),
  );
}

function profileOf(records: readonly RunRecord[], column: Column): ColumnProfile {
  const found = profilesOf(records).find((profile) => columnId(profile.column) === columnId(column));
  assert.ok(found);
  return found;
}

const metric = (values: readonly (number | null)[]): ColumnProfile =>
  profileOf(
    values.map((value, i) => record({ folder: `r${i}`, metrics: value === null ? {} : { m: value } })),
    { kind: "metric", key: "m", value: "last" },
  );

const param = (values: readonly (string | null)[]): ColumnProfile =>
  profileOf(
    values.map((value, i) => record({ folder: `r${i}`, params: value === null ? {} : { p: value } })),
    { kind: "param", key: "p" },
  );

function agree(profile: ColumnProfile, records: readonly RunRecord[], reference: Reference): void {
  const { column, present, missing, distinct, constant, range, histogram, top } = profile;
  const found = records.map((run) => reference.cell(run, column)).filter((cell) => cell !== null);
  const different = new Set(found);
  const finite = reference.values(records, column).filter((cell) => Number.isFinite(cell)) as number[];
  const counts = [...different].map((value) => found.filter((cell) => cell === value || Object.is(cell, value)).length);
  assert.equal(present, found.length);
  assert.equal(missing, records.length - found.length);
  assert.equal(distinct, different.size);
  assert.equal(constant, missing === 0 && different.size === 1);
  const ends = [Math.min(...finite), Math.max(...finite)];
  // -0 is 0.
  assert.deepEqual(range?.map((end) => end + 0) ?? null, finite.length === 0 ? null : ends.map((end) => end + 0));
  assert.equal(
    histogram.reduce((sum, count) => sum + count, 0),
    finite.length,
  );
  assert.deepEqual(
    top.map(({ count }) => count),
    range === null ? counts.sort((a, b) => b - a).slice(0, 5) : [],
  );
}

describe("profiles of columns", () => {
  it("agree with a count run by run", () => {
    fc.assert(
      fc.property(anyRuns, (records) => {
        const reference = new Reference(records, new Map());
        for (const profile of profilesOf(records)) {
          if (profile.column.key !== "label" && profile.column.key !== "parent") agree(profile, records, reference);
        }
      }),
    );
  });

  it("name every attribute, then metrics, params and tags in natural order", () => {
    const records = [
      record({ folder: "a", metrics: { m10: 1, m9: 1 }, params: { b: "1", A: "1" }, tags: { t: "x" } }),
      record({ folder: "b", metrics: { Loss: 1 } }),
    ];
    const ids = profilesOf(records).map(({ column }) => columnId(column));
    assert.equal(ids.filter((id) => id.startsWith("attributes.")).length, 10);
    assert.deepEqual(ids.slice(10), ["metrics.Loss", "metrics.m9", "metrics.m10", "params.A", "params.b", "tags.t"]);
  });

  it("say how a metric is better", () => {
    const goals = profilesOf([record({ folder: "a", metrics: { rmse: 1, accuracy: 1, thing: 1 } })]);
    const of = (key: string) => goals.find(({ column }) => column.kind === "metric" && column.key === key)?.goal;
    assert.deepEqual([of("rmse"), of("accuracy"), of("thing")], ["min", "max", "unknown"]);
  });

  it("divide the finite numbers into 16 equal parts, the greatest in the last", () => {
    const { histogram } = metric([0, 0.99, 1, 8, 16, Number.NaN, Number.POSITIVE_INFINITY, null]);
    assert.deepEqual(histogram, [2, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1]);
    assert.deepEqual(metric([7, 7]).histogram, [2, ...Array(15).fill(0)]);
    const widest = metric([-Number.MAX_VALUE, 0, Number.MAX_VALUE]);
    assert.deepEqual(widest.range, [-Number.MAX_VALUE, Number.MAX_VALUE]);
    assert.deepEqual([widest.histogram[0], widest.histogram[8], widest.histogram[15]], [1, 1, 1]);
  });

  it("hold NaN for one value, and say which numbers there are where none is finite", () => {
    const { distinct, constant, range, top } = metric([Number.NaN, Number.NaN, Number.NaN]);
    assert.deepEqual({ distinct, constant, range }, { distinct: 1, constant: true, range: null });
    assert.deepEqual(top, [{ value: "NaN", count: 3 }]);
  });

  it("take params for numbers where all of them are, None too", () => {
    const { type, range, distinct, top } = param(["0.1", "0.10", "1e-3", "None", null]);
    assert.deepEqual({ type, range, distinct, top }, { type: "number", range: [0.001, 0.1], distinct: 4, top: [] });
    assert.equal(param(["0.1", "auto"]).type, "text");
    assert.equal(param(["None", "None"]).type, "text");
    assert.equal(param(["340552200834895538"]).type, "text");
  });

  it("name the most frequent texts, five at most, of equals the first", () => {
    const { top } = param([..."xxyyyabcdefg"]);
    assert.deepEqual(
      top.map(({ value, count }) => `${value}${count}`),
      ["y3", "x2", "a1", "b1", "c1"],
    );
  });

  it("count different values up to a thousand", () => {
    const many = Array.from({ length: 1500 }, (_, i) => i + 0.5);
    assert.equal(metric(many).distinct, 1000);
    assert.equal(param(many.map((value) => `v${value}`)).distinct, 1000);
  });

  it("are of nothing without runs", () => {
    for (const { present, missing, constant, range } of profilesOf([])) {
      assert.deepEqual({ present, missing, constant, range }, { present: 0, missing: 0, constant: false, range: null });
    }
  });
});
