import assert from "node:assert/strict";
import { decodePart, encodeTable, tableOf } from "../../../../src/core/index/codec.ts";
import { compact } from "../../../../src/core/index/compact.ts";
import { RunTable } from "../../../../src/core/index/table.ts";
import { record } from "../../../support/record.ts";

function table(): RunTable {
  const made = new RunTable();
  for (let i = 0; i < 5; i++) {
    made.put(
      record({
        folder: `run${i}`,
        name: i % 2 ? `läuft ✓ ${i}` : null,
        params: { lr: String(i), "two\nlines": "a\nb" },
        metrics: { loss: i / 3, nan: Number.NaN },
        tags: { "mlflow.user": "alice" },
        start: i === 3 ? null : 1000 + i,
      }),
      i,
    );
  }
  made.put(record({ folder: "run1", name: "again", params: { lr: "9" } }));
  return made;
}

/** Every live row as plain values, so that two tables can be compared whatever their codes. */
function contents(of: RunTable): unknown[] {
  const all: unknown[] = [];
  const { rows, cells, strings } = of;
  for (let row = 0; row < of.length; row++) {
    if (!of.alive.at(row)) continue;
    const range = (ends: "paramsEnd" | "tagsEnd" | "metricsEnd"): number[] => {
      const [from, to] = of.range(row, ends);
      return Array.from({ length: to - from }, (_, i) => from + i);
    };
    all.push({
      folder: strings.text(rows.folder.at(row)),
      name: strings.text(rows.name.at(row)),
      start: rows.start.at(row),
      digest: rows.digest.at(row),
      params: range("paramsEnd").map((i) => [strings.text(cells.paramKey.at(i)), strings.text(cells.paramValue.at(i))]),
      tags: range("tagsEnd").map((i) => [strings.text(cells.tagKey.at(i)), strings.text(cells.tagValue.at(i))]),
      metrics: range("metricsEnd").map((i) => [
        strings.text(cells.metricKey.at(i)),
        cells.last.at(i),
        cells.count.at(i),
      ]),
    });
  }
  return all;
}

describe("the index as bytes", () => {
  it("round-trips, out of a pooled buffer too", () => {
    const before = table();
    const bytes = encodeTable(before, { store: "/x", problems: [] });
    const pooled = Buffer.concat([Buffer.from("odd"), bytes]).subarray(3);
    for (const form of [bytes, Buffer.from(bytes), pooled]) {
      const part = decodePart(form);
      assert.ok(part);
      assert.deepEqual(part.about, { store: "/x", problems: [] });
      assert.deepEqual(contents(tableOf(part)), contents(before));
    }
  });

  it("refuses what is cut, changed in format or foreign", () => {
    const bytes = encodeTable(table(), null);
    for (let length = 0; length < bytes.length; length += 97) assert.equal(decodePart(bytes.subarray(0, length)), null);
    assert.equal(decodePart(Buffer.from("not an index at all, but long enough to hold a head")), null);
    const other = Buffer.from(Buffer.from(bytes).toString("latin1").replace("index 3", "index 2"), "latin1");
    assert.equal(decodePart(other), null);
  });

  it("keeps the newest row of a run and drops the dead when compacted", () => {
    const before = table();
    assert.equal(before.liveRows, 5);
    assert.equal(before.strings.text(before.rows.name.at(before.rowOf("0", "run1"))), "again");
    const after = compact(before);
    assert.equal(after.length, 5);
    assert.deepEqual(contents(after), contents(before));
    assert.equal(after.strings.find("läuft ✓ 1"), -1);
  });

  it("merges parts whose codes differ", () => {
    const whole = new RunTable();
    for (const folders of [
      ["a", "b"],
      ["b", "c"],
    ]) {
      const part = new RunTable();
      for (const folder of folders) part.put(record({ folder, params: { p: folder } }));
      const decoded = decodePart(encodeTable(part, null));
      assert.ok(decoded);
      whole.append(decoded);
    }
    assert.equal(whole.liveRows, 3);
    const row = whole.rowOf("0", "c");
    const [from] = whole.range(row, "paramsEnd");
    assert.equal(whole.strings.text(whole.cells.paramValue.at(from)), "c");
  });
});
