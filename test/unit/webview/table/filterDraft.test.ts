import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { signal } from "@preact/signals";
import type { RunKeys } from "../../../../src/core/model/views.ts";
import { DEFAULT_VIEW } from "../../../../src/protocol/defaultView.ts";
import { FilterDraft } from "../../../../src/webview/runs/table/filter/filterDraft.ts";
import type { TableModel } from "../../../../src/webview/runs/table/tableModel.ts";

const KEYS: RunKeys = {
  metrics: [{ key: "rmse", runs: 5, values: [] }],
  params: [{ key: "lr", runs: 5, values: [{ value: "0.1", runs: 3 }] }],
  tags: [],
  attributes: [],
  datasets: [],
};

/** A box over a table of which only the filter matters. */
function box() {
  const view = signal(DEFAULT_VIEW);
  const keys = signal<RunKeys | null>(null);
  const model = {
    view,
    keys,
    change: ({ filter = "" }: { filter?: string }) => {
      view.value = { ...view.value, filter };
    },
    loadKeys: async () => {
      keys.value = KEYS;
    },
  } as unknown as TableModel;
  const draft = new FilterDraft(model);
  draft.follow();
  return { draft, filter: () => view.value.filter, change: (filter: string) => model.change({ filter }) };
}

describe("what is written into a filter box", () => {
  it("takes effect once it is understood", async () => {
    const { draft, filter } = box();
    draft.write("metrics.rmse < x", 16);
    await draft.apply(true);
    strictEqual(filter(), "");
    ok(draft.problem.value !== null && draft.problem.value.from === 15);
    draft.write("metrics.rmse < 1", 16);
    strictEqual(draft.problem.value, null);
    await draft.apply(true);
    deepStrictEqual([filter(), draft.problem.value], ["metrics.rmse < 1", null]);
  });

  it("is completed with keys, signs and values", async () => {
    const { draft } = box();
    await draft.begin();
    const labels = () => draft.completion.value.suggestions.map(({ label }) => label);
    const accept = (label: string) => {
      const found = draft.completion.value.suggestions.find((one) => one.label === label);
      return found === undefined ? -1 : draft.accept(found);
    };
    draft.write("par", 3);
    ok(labels().includes("params.lr"));
    strictEqual(accept("params.lr"), "params.lr ".length);
    ok(labels().includes("="));
    accept("=");
    const [first] = labels();
    ok(first?.includes("0.1"));
    accept(first ?? "");
    strictEqual(draft.text.value, "params.lr = '0.1'");
    draft.end();
  });

  it("says which keys no run has, without refusing them", async () => {
    const { draft, filter } = box();
    await draft.begin();
    draft.write("metrics.rsme < 1", 16);
    await draft.apply(true);
    strictEqual(filter(), "metrics.rsme < 1");
    ok(draft.unknown.value?.reason.includes("rmse"));
  });

  it("follows what others filter by", async () => {
    const { draft, change, filter } = box();
    draft.write("adam", 4);
    await draft.apply(true);
    change("params.lr = '0.1'");
    strictEqual(draft.text.value, "params.lr = '0.1'");
    draft.clear();
    await draft.apply(true);
    deepStrictEqual([draft.text.value, filter()], ["", ""]);
  });
});
