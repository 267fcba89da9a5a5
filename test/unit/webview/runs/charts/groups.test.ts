import { deepStrictEqual, strictEqual } from "node:assert";
import { refKey } from "../../../../../src/core/model/run.ts";
import type { Comparison, RunRow } from "../../../../../src/core/model/views.ts";
import { castOf } from "../../../../../src/webview/runs/charts/cast.ts";
import { groupings, groupsOf } from "../../../../../src/webview/runs/charts/groups.ts";
import { comparison, rowsOf, valueRow } from "../../../../ui/pages/samples/comparisons.ts";

function sample(count = 4): Comparison {
  const texts = (make: (i: number) => string | null): (string | null)[] =>
    Array.from({ length: count }, (_, i) => make(i));
  return comparison(count, {
    params: [
      valueRow(
        "lr",
        texts((i) => (i % 2 === 0 ? "0.1" : "0.2")),
      ),
      valueRow(
        "depth",
        texts((i) => (i === 1 ? null : "8")),
      ),
      valueRow("seed", texts(String)),
      valueRow(
        "batch",
        texts(() => "32"),
      ),
    ],
    tags: [
      valueRow(
        "stage",
        texts((i) => (i < 2 ? "a" : "b")),
      ),
    ],
    attributes: [
      valueRow(
        "experiment",
        texts((i) => (i < 1 ? "x" : "y")),
      ),
      valueRow(
        "duration",
        texts((i) => (i < 1 ? "5" : "6")),
      ),
    ],
  });
}

const look = (): number => 3;

describe("what runs can be grouped by", () => {
  it("is what differs and is shared: neither what is equal nor what is each run's own", () => {
    deepStrictEqual(
      groupings(sample()).map(({ of, key }) => `${of} ${key}`),
      ["attribute experiment", "param lr", "param depth", "tag stage"],
    );
  });
});

describe("runs in groups", () => {
  it("come in the order of their first runs, those without a value too", () => {
    const groups = groupsOf(sample(), { of: "param", key: "depth" });
    deepStrictEqual(
      groups?.map(({ label, refs }) => [label, refs.length]),
      [
        ["depth 8 (3 runs)", 3],
        ["depth (none) (1 run)", 1],
      ],
    );
  });

  it("keep a text apart from no value, whatever the text is", () => {
    const names = groupsOf(comparison(2, { tags: [valueRow("t", ["null", null])] }), { of: "tag", key: "t" });
    strictEqual(new Set(names?.map(({ name }) => name)).size, 2);
  });

  it("are none where nothing is chosen or the key is gone", () => {
    strictEqual(groupsOf(sample(), null), null);
    strictEqual(groupsOf(sample(), { of: "param", key: "gone" }), null);
  });
});

describe("who appears in charts", () => {
  const ghost: RunRow = { ...rowsOf(9)[8], label: "old" } as RunRow;

  it("are the runs with the looks they have on the page, and a ghost beside them", () => {
    const cast = castOf(sample(2), { grouping: null, ghost, look });
    deepStrictEqual(
      cast.lines.map(({ label, look: own, ghost: isGhost }) => [label, own, isGhost ?? false]),
      [
        ["brave-swan-412", 3, false],
        ["calm-owl-77", 3, false],
        ["best finished: old", 0, true],
      ],
    );
    strictEqual(cast.names.series({ ref: ghost.ref } as never).id, refKey(ghost.ref));
  });

  it("are the groups, each with a look of its own", () => {
    const cast = castOf(sample(), { grouping: { of: "param", key: "lr" }, ghost: null, look });
    deepStrictEqual(
      cast.lines.map(({ id, look: own }) => [cast.names.band({ name: id } as never).label, own]),
      [
        ["lr 0.1 (2 runs)", 0],
        ["lr 0.2 (2 runs)", 1],
      ],
    );
  });
});
