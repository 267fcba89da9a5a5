import assert from "node:assert/strict";
import { Kept } from "../../../../../src/core/index/selection/kept.ts";
import { Selections } from "../../../../../src/core/index/selection/selections.ts";
import { record } from "../../../../support/record.ts";
import { NOW, tableContext, tableQuery } from "../../../../support/tableContext.ts";

describe("answers kept", () => {
  it("are made once, and the one asked for longest ago goes first", () => {
    const kept = new Kept<number>(2);
    let made = 0;
    const ask = (text: string) => kept.get(text, () => ++made);
    assert.deepEqual([ask("a"), ask("b"), ask("a"), ask("c"), ask("a"), ask("b")], [1, 2, 1, 3, 1, 4]);
  });

  it("are made anew where they are no longer good", () => {
    const kept = new Kept<number>(2);
    kept.get("a", () => 1);
    assert.equal(
      kept.get(
        "a",
        () => 2,
        (known) => known > 1,
      ),
      2,
    );
  });
});

describe("selections", () => {
  const context = () =>
    tableContext([record({ folder: "a", experiment: "1" }), record({ folder: "b", experiment: "2" })]);

  it("are kept while their experiments are as they were", () => {
    const selections = new Selections();
    const of = context();
    const query = tableQuery({ experiments: ["1"] });
    const first = selections.of(of, query);
    of.table.put(record({ folder: "c", experiment: "2" }));
    assert.equal(selections.of(of, query), first);
    of.table.put(record({ folder: "d", experiment: "1" }));
    assert.equal(selections.of(of, query).rows.length, 2);
    assert.equal(selections.of(of, tableQuery()).rows.length, 4);
  });

  it("follow the clock, another table, and what people say of metrics", () => {
    const selections = new Selections();
    const of = context();
    const first = selections.of(of, tableQuery());
    assert.equal(selections.of({ ...of, now: NOW + 1000 }, tableQuery()), first);
    assert.notEqual(selections.of({ ...of, now: NOW + 60_000 }, tableQuery()), first);
    assert.notEqual(selections.of(context(), tableQuery()), first);
    assert.notEqual(selections.of({ ...of, overviews: context().overviews }, tableQuery()), first);
    const renamed = { ...of, experimentName: () => "another" };
    assert.notEqual(selections.of(renamed, tableQuery()), first);
  });
});
