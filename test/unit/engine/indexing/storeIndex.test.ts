import { deepEqual, equal, match } from "node:assert/strict";
import { Dictionary } from "../../../../src/core/index/dictionary.ts";
import { RunTable } from "../../../../src/core/index/table.ts";
import { StoreIndex } from "../../../../src/engine/indexing/storeIndex.ts";
import { record } from "../../../support/record.ts";

describe("the index of a store", () => {
  const runs = [record({ folder: "a", params: { note: "x".repeat(1000) } })];

  function indexWith(most?: number): StoreIndex {
    const index = new StoreIndex({ key: "/store", kind: "file", base: "/", label: "store" });
    index.table = new RunTable(new Dictionary(most));
    index.take({ found: runs, problems: [] }, { experiment: "0", runs: ["a"] });
    return index;
  }

  it("says in one sentence where it holds more text than it keeps", () => {
    const index = indexWith(100);
    const [found, ...more] = index.problems();
    deepEqual(more, []);
    equal(found?.code, "limit");
    match(found?.reason ?? "", /more than 32 million characters .* first 32 characters/);
    equal(index.problemTotal(), 1);
  });

  it("says nothing where it keeps all", () => {
    const index = indexWith();
    deepEqual(index.problems(), []);
    equal(index.problemTotal(), 0);
  });
});
