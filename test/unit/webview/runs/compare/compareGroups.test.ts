import { deepEqual } from "node:assert/strict";
import { compareGroups, linesOf } from "../../../../../src/webview/runs/compare/compareGroups.ts";
import { compareParts } from "../../../../../src/webview/runs/compare/parts/compareParts.ts";
import { keyOf } from "../../../../../src/webview/runs/compare/parts/part.ts";
import { comparison, metric, summary, value } from "./given.ts";

const given = comparison(4, {
  metrics: [metric("loss", [3, null, Number.NaN, 1]), metric("rows", [5, 5, 5, 5], { differs: false })],
  params: [value("lr", ["0.1", "0.2", "0.1", "0.1"]), value("seed", ["1", "1", "1", "1"])],
  tags: [value("stage", ["x", "x", "x", "x"])],
});

describe("what is shown of a comparison", () => {
  const shown = (onlyDifferences: boolean, filter: string) =>
    compareGroups(compareParts(given, [], "last"), { onlyDifferences, filter }).map(({ id, rows, equal }) => [
      id,
      rows.map(keyOf),
      equal,
    ]);

  it("hides what is equal, and says how much", () => {
    deepEqual(shown(true, ""), [
      ["metrics", ["loss"], 1],
      ["params", ["lr"], 1],
      ["tags", [], 1],
    ]);
  });

  it("shows everything when asked, leaving out parts that no run has", () => {
    deepEqual(
      shown(false, "").map(([id]) => id),
      ["metrics", "params", "tags"],
    );
  });

  it("filters by keys and values", () => {
    deepEqual(shown(false, "0.2"), [["params", ["lr"], 0]]);
    deepEqual(shown(false, " LOSS "), [["metrics", ["loss"], 0]]);
  });

  it("takes metrics for different where the value asked for differs, though the last does not", () => {
    const same = comparison(2, {
      metrics: [
        metric("loss", [1, 1], { differs: false, values: [summary("loss", 1), summary("loss", 1, { min: 0.5 })] }),
      ],
    });
    const rows = (which: "last" | "best" | "max") =>
      compareGroups(compareParts(same, [], which), { onlyDifferences: true, filter: "" })[0]?.rows.length;
    deepEqual([rows("last"), rows("best"), rows("max")], [0, 1, 0]);
  });

  it("writes times as people read them", () => {
    const parts = compareParts(comparison(2, { attributes: [value("duration", ["1500", "62000"])] }), [], "last");
    const groups = compareGroups(parts, { onlyDifferences: true, filter: "1 min" });
    deepEqual(
      groups.map(({ rows }) => rows.map((row) => (row.kind === "value" ? row.value.values : []))),
      [[["1.5 s", "1 min 2 s"]]],
    );
  });
});

describe("the lines of a comparison", () => {
  const groups = compareGroups(compareParts(given, [], "last"), { onlyDifferences: false, filter: "" });
  const texts = (folded: readonly ("metrics" | "params" | "tags")[]) =>
    linesOf(groups, new Set(folded)).map((line) => (line.kind === "group" ? line.group.id.toUpperCase() : keyOf(line)));

  it("are headings with their rows", () => {
    deepEqual(texts([]), ["METRICS", "loss", "rows", "PARAMS", "lr", "seed", "TAGS", "stage"]);
  });

  it("leave out the rows of what is folded", () => {
    deepEqual(texts(["params", "metrics"]), ["METRICS", "PARAMS", "TAGS", "stage"]);
  });
});
