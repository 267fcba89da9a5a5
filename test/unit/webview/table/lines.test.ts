import { deepStrictEqual, ok, strictEqual } from "node:assert";
import type { RunLine, TablePage, TableRequest } from "../../../../src/core/model/runsTable.ts";
import type { RunRow } from "../../../../src/core/model/views.ts";
import { LineStore } from "../../../../src/webview/runs/table/lines/lineStore.ts";
import { Lines, type Question } from "../../../../src/webview/runs/table/lines/lines.ts";
import { tellingInLines } from "../../../../src/webview/runs/table/lines/tellingInLines.ts";
import { metric } from "./profiles.ts";

const TOTAL = 1000;
const question: Question = {
  store: "/s",
  experiments: ["0"],
  filter: "",
  lifecycle: "active",
  order: [],
  grouping: null,
  open: [],
};

function line(at: number, filter: string, columns: TableRequest["columns"]): RunLine {
  const row = { label: `${filter}${at}`, telling: [{ key: at % 2 === 0 ? "lr" : "depth", value: "1" }] };
  return { kind: "run", row: row as unknown as RunRow, cells: columns.map(({ key }) => `${key}${at}`) };
}

function answer({ offset, limit, columns, filter }: TableRequest, total = TOTAL): TablePage {
  const end = Math.min(offset + limit, total);
  const lines = Array.from({ length: Math.max(0, end - offset) }, (_, at) => line(offset + at, filter, columns));
  return { total, runs: total, all: total, offset, lines };
}

/** A host whose answers come when they are called for. */
function host() {
  const asked: TableRequest[] = [];
  const waiting: ((fail?: string) => void)[] = [];
  const ask = (request: TableRequest): Promise<TablePage> => {
    asked.push(request);
    return new Promise((resolve, reject) => {
      waiting.push((fail) => (fail === undefined ? resolve(answer(request)) : reject(new Error(fail))));
    });
  };
  const settle = async (fail?: string) => {
    waiting.shift()?.(fail);
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  const changes: boolean[] = [];
  const lines = new Lines(ask, (isFromTop) => changes.push(isFromTop));
  const ranges = () =>
    asked.map(({ offset, limit, columns }) => [offset, limit, columns.map(({ key }) => key).join("")]);
  return { lines, asked, ranges, settle, changes };
}

const label = (lines: Lines, at: number): string | undefined => {
  const head = lines.head(at);
  return head?.kind === "run" ? head.row.label : undefined;
};

describe("the lines of a table", () => {
  it("are asked for where they are in sight, by blocks", async () => {
    const { lines, ranges, settle } = host();
    lines.want({ first: 0, end: 40 }, [metric("a")]);
    lines.start(question, true);
    await settle();
    deepStrictEqual(ranges()[0], [0, 64, "a"]);
    deepStrictEqual([label(lines, 3), lines.cell(3, "metrics.a"), lines.cell(3, "metrics.b")], ["3", "a3", undefined]);
    deepStrictEqual(lines.counts, { total: TOTAL, runs: TOTAL, all: TOTAL });
  });

  it("are asked for one request at a time, so that a fast scroll asks for where it stops", async () => {
    const { lines, ranges, settle } = host();
    lines.want({ first: 0, end: 40 }, [metric("a")]);
    lines.start(question, true);
    await settle();
    await settle();
    const before = ranges().length;
    for (let first = 100; first <= 700; first += 100) lines.want({ first, end: first + 40 }, [metric("a")]);
    await settle();
    await settle();
    deepStrictEqual(ranges().slice(before, before + 2), [
      [128, 64, "a"],
      [640, 128, "a"],
    ]);
  });

  it("bring only the columns that are lacking", async () => {
    const { lines, ranges, settle } = host();
    lines.want({ first: 0, end: 40 }, [metric("a")]);
    lines.start(question, true);
    await settle();
    await settle();
    lines.want({ first: 0, end: 40 }, [metric("a"), metric("b")]);
    await settle();
    ok(ranges().some(([offset, , columns]) => offset === 0 && columns === "b"));
    deepStrictEqual([lines.cell(3, "metrics.a"), lines.cell(3, "metrics.b")], ["a3", "b3"]);
  });

  it("stay until the first of another question are there", async () => {
    const { lines, settle, changes } = host();
    lines.want({ first: 200, end: 240 }, []);
    lines.start(question, false);
    await settle();
    await settle();
    lines.start({ ...question, filter: "x" }, true);
    deepStrictEqual([label(lines, 200), lines.isLate], ["200", true]);
    await settle();
    await settle();
    deepStrictEqual([label(lines, 0), lines.isLate], ["x0", false]);
    strictEqual(changes.at(-1) || changes.at(-2), true);
  });

  it("forget an answer that comes after another question", async () => {
    const { lines, settle } = host();
    lines.want({ first: 0, end: 40 }, []);
    lines.start(question, true);
    lines.start({ ...question, filter: "y" }, true);
    await settle();
    strictEqual(label(lines, 0), undefined);
    await settle();
    strictEqual(label(lines, 0), "y0");
  });

  it("say why there are none, and come when asked again", async () => {
    const { lines, settle } = host();
    lines.want({ first: 0, end: 40 }, []);
    lines.start(question, true);
    await settle("The store is gone.");
    deepStrictEqual([lines.failure, lines.counts], ["The store is gone.", null]);
    lines.start(question, true);
    await settle();
    deepStrictEqual([lines.failure, label(lines, 0)], [null, "0"]);
  });
});

describe("the params that tell runs apart", () => {
  it("are those that labels show, the most frequent first", () => {
    deepStrictEqual(tellingInLines([1, 2, 4].map((at) => line(at, "", []))), ["lr", "depth"]);
  });
});

describe("what is kept of a table's lines", () => {
  const request = (offset: number, limit: number): TableRequest => ({
    ...question,
    columns: [metric("a")],
    offset,
    limit,
  });

  it("is bounded: what was seen longest ago goes first", () => {
    const store = new LineStore();
    const at = (block: number) => ({ first: block * 64, end: block * 64 + 1 });
    for (let block = 0; block < 200; block++) {
      store.missing(at(0), [metric("a")]);
      store.add(answer(request(block * 64, 64), 1e6), request(block * 64, 64));
    }
    strictEqual(store.missing(at(0), [metric("a")]), null);
    strictEqual(store.missing(at(199), [metric("a")]), null);
    ok(store.missing(at(1), [metric("a")]) !== null);
  });

  it("is asked for in one piece, over what is there already", () => {
    const store = new LineStore();
    store.add(answer(request(64, 64)), request(64, 64));
    const missing = store.missing({ first: 10, end: 150 }, [metric("a")]);
    deepStrictEqual(missing, { offset: 0, limit: 192, columns: [metric("a")] });
  });

  it("knows the lines behind the last as there and empty", () => {
    const store = new LineStore();
    store.add(answer(request(0, 128), 70), request(0, 128));
    strictEqual(store.missing({ first: 0, end: 128 }, [metric("a")]), null);
    deepStrictEqual([store.cell(69, "metrics.a"), store.head(70)], ["a69", undefined]);
  });
});
