import { deepStrictEqual, ok, strictEqual } from "node:assert";
import type { TableRequest } from "../../../src/core/model/runsTable.ts";
import { parseTableView, tableHostGuards, trendHostGuards } from "../../../src/protocol/tableGuards.ts";

const query = {
  store: "/a/mlruns",
  experiments: ["0"],
  filter: "metrics.rmse < 1",
  lifecycle: "active",
  order: [{ column: { kind: "metric", key: "rmse", value: "best" }, descending: false }],
} as const;
const request: TableRequest = {
  ...query,
  grouping: { by: "day" },
  open: ["= 2024-02-29"],
  columns: [
    { kind: "attribute", key: "label" },
    { kind: "param", key: "lr" },
  ],
  offset: 0,
  limit: 100,
};
const view = {
  columns: null,
  pinned: ["attributes.label"],
  widths: { "params.lr": 80 },
  hideConstant: true,
  order: query.order,
  grouping: { by: { kind: "param", key: "lr" } },
  filter: "",
  lifecycle: "all",
};

describe("what the tabs Table and Trend may send", () => {
  it("is taken where it is what a page of ours sends", () => {
    deepStrictEqual(tableHostGuards.page([request]), [request]);
    deepStrictEqual(tableHostGuards.columns([query]), [query]);
    deepStrictEqual(tableHostGuards.runsAt([{ ...request, limit: 100_000 }])?.[0].limit, 100_000);
    deepStrictEqual(tableHostGuards.keepView([view]), [view]);
    ok(tableHostGuards.exportRuns([{ query }, request.columns, "csv"]));
    ok(tableHostGuards.copyRuns([{ refs: [{ store: "/a", experiment: "0", run: "r" }] }, [], "markdown"]));
    ok(trendHostGuards.trend([{ query, metric: "rmse", value: "last", group: null }]));
  });

  it("is refused otherwise", () => {
    strictEqual(tableHostGuards.page([{ ...request, limit: 100_000 }]), null);
    strictEqual(tableHostGuards.page([{ ...request, offset: -1 }]), null);
    strictEqual(tableHostGuards.page([{ ...request, offset: 0.5 }]), null);
    strictEqual(tableHostGuards.page([{ ...request, columns: [{ kind: "attribute", key: "constructor" }] }]), null);
    strictEqual(tableHostGuards.page([{ ...request, columns: [{ kind: "metric", key: "m", value: "median" }] }]), null);
    strictEqual(tableHostGuards.page([{ ...request, grouping: { by: "week" } }]), null);
    strictEqual(tableHostGuards.page([{ ...request, more: 1 }]), null);
    strictEqual(tableHostGuards.columns([{ ...query, filter: "x".repeat(100_000) }]), null);
    strictEqual(tableHostGuards.columns([{ ...query, lifecycle: "gone" }]), null);
    strictEqual(tableHostGuards.exportRuns([{ query }, [], "exe"]), null);
    strictEqual(tableHostGuards.exportRuns([{ refs: "all" }, [], "csv"]), null);
    strictEqual(tableHostGuards.scope([1]), null);
    strictEqual(tableHostGuards.keepView([{ ...view, widths: { a: -1 } }]), null);
    strictEqual(trendHostGuards.trend([{ query, metric: 1, value: "last", group: null }]), null);
  });

  it("is read again from what was kept, or not at all", () => {
    deepStrictEqual(parseTableView(view), view);
    strictEqual(parseTableView({ ...view, columns: "all" }), null);
    strictEqual(parseTableView(null), null);
  });
});
