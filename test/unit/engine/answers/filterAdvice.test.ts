import { equal, match } from "node:assert/strict";
import { Dictionary } from "../../../../src/core/index/dictionary.ts";
import { RunTable } from "../../../../src/core/index/table.ts";
import { filterAdvice } from "../../../../src/engine/answers/filterAdvice.ts";
import { StoreIndex } from "../../../../src/engine/indexing/storeIndex.ts";
import { record } from "../../../support/record.ts";

describe("what a filter box says of a store with too much text", () => {
  function indexWith(most?: number): StoreIndex {
    const index = new StoreIndex({ key: "/store", kind: "file", base: "/", label: "store" });
    index.table = new RunTable(new Dictionary(most));
    const runs = [record({ folder: "a", params: { note: "x".repeat(1000) } })];
    index.take({ found: runs, problems: [] }, { experiment: "0", runs: ["a"] });
    return index;
  }

  it("is one sentence, once something is asked", () => {
    const index = indexWith(100);
    match(filterAdvice([index], "adam").unknown, /more than 32 million characters .* look at the first 32\.$/);
    equal(filterAdvice([index], " ").unknown, "");
  });

  it("is nothing where all of it is kept", () => {
    equal(filterAdvice([indexWith()], "adam").unknown, "");
  });
});
