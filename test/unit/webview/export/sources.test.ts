import { deepEqual, equal, ok } from "node:assert/strict";
import type { ExportedStore } from "../../../../src/core/compare/export/exportData.ts";
import { encodeTable } from "../../../../src/core/index/codec.ts";
import { compact } from "../../../../src/core/index/compact.ts";
import { recordOfRow } from "../../../../src/core/index/runRecord.ts";
import type { RunRecord, RunRef } from "../../../../src/core/model/run.ts";
import type { Series } from "../../../../src/core/model/views.ts";
import { CurveSource } from "../../../../src/webview/export/curveSource.ts";
import { FileSource } from "../../../../src/webview/export/fileSource.ts";
import { PinnedRuns } from "../../../../src/webview/export/pinnedRuns.ts";
import { StoreSources } from "../../../../src/webview/export/storeSources.ts";
import { record, table } from "./records.ts";

const ref = (run: string): RunRef => ({ store: "/s", experiment: "0", run });

describe("the runs pinned in a page of its own", () => {
  const order = (pinned: PinnedRuns) => pinned.pins.refs.map(({ run }) => run).join("");

  it("come, go and are put in order, each once", () => {
    const pinned = new PinnedRuns({ refs: [ref("a")], baseline: null });
    pinned.setPinned([ref("b"), ref("a"), ref("c")], true);
    equal(order(pinned), "abc");
    pinned.arrange([ref("c"), ref("x")]);
    equal(order(pinned), "cab");
    pinned.setPinned([ref("a")], false);
    equal(order(pinned), "cb");
  });

  it("have a baseline among them alone", () => {
    const pinned = new PinnedRuns({ refs: [ref("a"), ref("b")], baseline: ref("b") });
    pinned.setBaseline(ref("x"));
    equal(pinned.pins.baseline, null);
    pinned.setBaseline(ref("a"));
    pinned.setPinned([ref("a")], false);
    equal(pinned.pins.baseline, null);
  });

  it("are 500 at most", () => {
    const pinned = new PinnedRuns({ refs: [], baseline: null });
    pinned.setPinned(
      Array.from({ length: 600 }, (_, i) => ref(String(i))),
      true,
    );
    equal(pinned.pins.refs.length, 500);
  });
});

describe("a store in a page of its own", () => {
  const runs = [
    record("a", { params: { lr: "0.1" }, metrics: { rmse: 2 }, tags: { "mlflow.note.content": "hi" } }),
    record("b", { params: { lr: "0.2" }, metrics: { rmse: 1 } }),
  ];
  const exported = (key: string, own: readonly RunRecord[]): ExportedStore => ({
    ...{ key, label: "mlruns", kind: "file", goals: [], primary: [] },
    experiments: [{ folder: "0", name: "churn" }],
    table: encodeTable(compact(table(own)), null),
  });
  const other = [record("a", { params: { lr: "0.3" } })];
  const sources = new StoreSources([exported("/s", runs), exported("/t", other)], 1_709_193_600_000);

  it("keeps of a run all that its row has", () => {
    deepEqual(recordOfRow(table(runs), 0), runs[0]);
  });

  it("compares runs as the engine would, and says which are not there", () => {
    const comparison = sources.compare([ref("b"), ref("x"), ref("a")], ref("a"));
    deepEqual(
      comparison.runs.map(({ id }) => id),
      ["b", "a"],
    );
    deepEqual([comparison.baseline, comparison.missing, comparison.notes], [1, [ref("x")], [null, "hi"]]);
    deepEqual([comparison.params[0]?.values, comparison.metrics[0]?.best], [["0.2", "0.1"], [0]]);
    deepEqual([comparison.experiments, comparison.primary?.key], [["churn", "churn"], "rmse"]);
  });

  it("compares runs of several stores", () => {
    const comparison = sources.compare([ref("a"), { ...ref("a"), store: "/t" }], null);
    deepEqual(comparison.params[0]?.values, ["0.1", "0.3"]);
  });

  it("answers for tables of any store, and for completion of the one shown", () => {
    ok(sources.table("/s"));
    equal(sources.table("/other"), null);
    deepEqual([sources.shown?.keys().params.map(({ key }) => key), sources.shown?.primary?.goal], [["lr"], "min"]);
    sources.show("/other");
    equal(sources.shown?.store.key, "/s");
    sources.show("/t");
    deepEqual([sources.shown?.store.key, sources.shown?.primary], ["/t", null]);
  });
});

describe("curves in a page of its own", () => {
  const numbers = (...all: readonly number[]) => Float64Array.from(all);
  const series: Series = {
    ...{ ref: ref("a"), key: "loss", x: numbers(0, 1, 2), steps: numbers(0, 1, 2), values: numbers(3, 2, 1) },
    ...{ timestamps: numbers(1e12, 1e12 + 1000, 1e12 + 2000), smoothed: null, points: 12_345, unplaced: 0 },
  };
  const source = new CurveSource([series]);

  it("are laid over any axis, and say how many points were logged", () => {
    const [relative] = source.series("loss", [ref("a"), ref("b")], 100, {
      axis: "relative",
      range: null,
      smoothing: 0,
    });
    deepEqual([[...(relative?.x ?? [])], relative?.points], [[0, 1000, 2000], 12_345]);
    deepEqual(source.series("other", [ref("a")], 100, { axis: "step", range: null, smoothing: 0 }), []);
  });
});

describe("files in a page of its own", () => {
  const file = (run: number) => ({ run, size: 1, path: "a.csv" });
  const owned = (run: string) => ({ owner: { kind: "run", ref: ref(run) } as const, path: "a.csv" });
  const tableOf = (cell: string) => ({ kind: "table", columns: ["k", "v"], rows: [["x", cell]], total: 1 }) as const;
  const source = new FileSource(
    {
      files: {
        rows: [{ path: "a.csv", files: [file(0), file(1), file(2)] }],
        reasons: [null, null, "gone"],
        cut: false,
      },
      contents: [["a.csv", [0, 1, 0]]],
      previews: [
        { ...owned("a"), preview: tableOf("1") },
        { ...owned("b"), preview: tableOf("2") },
      ],
    },
    [ref("a"), ref("b"), ref("c")],
  );

  it("are those of the runs asked for, by their places", () => {
    const { rows, reasons } = source.of([ref("c"), ref("a")]);
    deepEqual(
      rows[0]?.files.map(({ run }) => run),
      [0, 1],
    );
    deepEqual(reasons, ["gone", null]);
    deepEqual(source.of([ref("x")]).rows, []);
  });

  it("know which hold the same bytes", () => {
    deepEqual(source.contents([owned("c"), owned("b"), owned("a"), { ...owned("a"), path: "b" }]), [0, 1, 0, null]);
  });

  it("show what is there, compare tables, and say what was left out", () => {
    deepEqual(source.preview(owned("b")), tableOf("2"));
    deepEqual(source.preview(owned("c")).kind, "none");
    equal(source.diffTables(owned("a"), owned("b"), "k").diff?.changed, 1);
    ok(source.diffTables(owned("a"), owned("c"), "k").reason);
  });
});
