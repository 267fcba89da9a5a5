import { deepEqual } from "node:assert/strict";
import { columnOrder, nextOrder } from "../../../../../src/webview/runs/compare/columnOrder.ts";
import { metric, summary } from "./given.ts";

const metrics = [metric("loss", [3, null, Number.NaN, 1])];

describe("the order of compared runs", () => {
  const order = (key: string, descending: boolean) => columnOrder(4, metrics, { metric: key, descending }, "last");

  it("is as pinned without a metric, or with one that is gone", () => {
    deepEqual(columnOrder(4, metrics, null, "last"), [0, 1, 2, 3]);
    deepEqual(order("gone", true), [0, 1, 2, 3]);
  });

  it("puts runs without a value last, whichever way round", () => {
    deepEqual(order("loss", false), [3, 0, 1, 2]);
    deepEqual(order("loss", true), [0, 3, 1, 2]);
  });

  it("goes by the value that is shown", () => {
    const rising = metric("loss", [], { values: [summary("loss", 1, { min: 0.9 }), summary("loss", 2, { min: 0.1 })] });
    deepEqual(columnOrder(2, [rising], { metric: "loss", descending: false }, "best"), [1, 0]);
  });

  it("goes best first, the other way round, as pinned", () => {
    const first = nextOrder(null, "loss", "min");
    const second = nextOrder(first, "loss", "min");
    deepEqual([first?.descending, second?.descending, nextOrder(second, "loss", "min")], [false, true, null]);
    deepEqual(nextOrder(first, "score", "max"), { metric: "score", descending: true });
  });
});
