import { deepStrictEqual, ok, strictEqual } from "node:assert";
import fc from "fast-check";
import { type Column, columnId, type TableView } from "../../../../src/core/model/runsTable.ts";
import { DEFAULT_VIEW } from "../../../../src/protocol/defaultView.ts";
import {
  movedBefore,
  movedBy,
  nextOrder,
  renamed,
  withColumns,
  withValue,
} from "../../../../src/webview/runs/table/columns/columnChanges.ts";
import { fittedWidth, naturalWidth } from "../../../../src/webview/runs/table/columns/columnWidth.ts";
import { defaultColumns } from "../../../../src/webview/runs/table/columns/defaultColumns.ts";
import { profilesOf } from "../../../../src/webview/runs/table/columns/profiles.ts";
import { shownColumns } from "../../../../src/webview/runs/table/columns/shownColumns.ts";
import { attribute, constant, metric, param, profile, tag } from "./profiles.ts";

const ids = (columns: readonly Column[]) => columns.map(columnId);
const top = (...counts: number[]) => counts.map((count, at) => ({ value: `v${at}`, count }));

describe("the columns of a table where nobody chose", () => {
  const choose = (profiles: Parameters<typeof defaultColumns>[0]["profiles"], telling: readonly string[] = []) =>
    ids(defaultColumns({ profiles, primary: { key: "rmse", goal: "min" }, telling, isOfSeveralExperiments: false }));

  it("are what every run has, the primary metric, then others, then params", () => {
    const profiles = [profile(metric("loss")), profile(metric("rmse")), profile(param("lr")), profile(tag("team"))];
    deepStrictEqual(choose(profiles), [
      "attributes.label",
      "attributes.status",
      "attributes.start",
      "attributes.duration",
      "metrics.rmse",
      "metrics.loss",
      "params.lr",
    ]);
  });

  it("are the metrics that most runs have, and of those the ones that can be judged", () => {
    const profiles = [
      profile(metric("rare"), { present: 2 }),
      profile(metric("rows")),
      profile(metric("val_loss"), { goal: "min" }),
      profile(metric("system/cpu")),
      constant(metric("folds")),
    ];
    deepStrictEqual(choose(profiles).slice(4), ["metrics.rmse", "metrics.val_loss", "metrics.rows", "metrics.rare"]);
  });

  it("are the params that tell runs apart before others, those all different last", () => {
    const profiles = [
      profile(param("seed"), { distinct: 10 }),
      profile(param("even"), { distinct: 2, top: top(5, 5) }),
      profile(param("uneven"), { distinct: 2, top: top(9, 1) }),
      profile(param("model"), { distinct: 2, top: top(9, 1) }),
      constant(param("epochs")),
    ];
    deepStrictEqual(choose(profiles, ["model", "gone"]).slice(5), [
      "params.model",
      "params.even",
      "params.uneven",
      "params.seed",
    ]);
  });

  it("are few, however many keys there are", () => {
    const many = Array.from({ length: 500 }, (_, at) => [profile(metric(`m${at}`)), profile(param(`p${at}`))]).flat();
    strictEqual(choose(many).length, 15);
  });

  it("say the experiment where there are several", () => {
    const columns = defaultColumns({ profiles: [], primary: null, telling: [], isOfSeveralExperiments: true });
    deepStrictEqual(ids(columns).slice(0, 2), ["attributes.label", "attributes.experiment"]);
  });
});

describe("the columns that are shown", () => {
  const chosen = [attribute("label"), metric("rmse"), param("lr"), param("epochs"), param("gone")];
  const profiles = profilesOf([
    constant(attribute("label")),
    profile(metric("rmse")),
    profile(param("lr")),
    constant(param("epochs")),
  ]);
  const shown = (view: Partial<TableView> = {}) => shownColumns(chosen, { ...DEFAULT_VIEW, ...view }, profiles);

  it("leave out what is the same in all runs, and say so", () => {
    const { columns, constant: hidden } = shown();
    deepStrictEqual(ids(columns), ["attributes.label", "metrics.rmse", "params.lr"]);
    deepStrictEqual(
      hidden.map(({ column }) => column.key),
      ["epochs"],
    );
  });

  it("keep it when asked, and what runs are ordered by", () => {
    ok(ids(shown({ hideConstant: false }).columns).includes("params.epochs"));
    ok(ids(shown({ order: [{ column: param("epochs"), descending: true }] }).columns).includes("params.epochs"));
  });

  it("begin with those pinned", () => {
    deepStrictEqual(ids(shown({ pinned: ["params.lr"] }).columns), ["params.lr", "attributes.label", "metrics.rmse"]);
  });

  it("are all of a single run's", () => {
    const one = profilesOf([profile(param("lr"), { present: 1, constant: true })]);
    deepStrictEqual(shownColumns([param("lr")], DEFAULT_VIEW, one), { columns: [param("lr")], constant: [] });
  });

  it("are all that were chosen while nothing is known of them", () => {
    strictEqual(shownColumns(chosen, DEFAULT_VIEW, null).columns.length, 5);
  });
});

describe("changing columns", () => {
  const columns = [attribute("label"), metric("a"), param("hidden"), metric("b"), metric("c")];
  const shown = ["attributes.label", "metrics.a", "metrics.b", "metrics.c"];
  const by = (id: string, places: number) => ids(movedBy(columns, shown, { id, by: places })).join(" ");

  it("moves one before another, or to the end", () => {
    deepStrictEqual(ids(movedBefore(columns, "metrics.c", "metrics.a"))[1], "metrics.c");
    deepStrictEqual(ids(movedBefore(columns, "metrics.a", null)).at(-1), "metrics.a");
    strictEqual(movedBefore(columns, "metrics.x", null), columns);
    strictEqual(movedBefore(columns, "metrics.a", "metrics.x"), columns);
  });

  it("moves one among those shown, whatever is hidden between them", () => {
    strictEqual(by("metrics.b", -1), "attributes.label metrics.b metrics.a params.hidden metrics.c");
    strictEqual(by("metrics.a", 1), "attributes.label params.hidden metrics.b metrics.a metrics.c");
    strictEqual(by("metrics.b", 9), "attributes.label metrics.a params.hidden metrics.c metrics.b");
  });

  it("moves none beyond the ends, and loses none", () => {
    fc.assert(
      fc.property(fc.constantFrom(...shown, "params.x"), fc.integer({ min: -6, max: 6 }), (id, places) => {
        const moved = movedBy(columns, shown, { id, by: places });
        deepStrictEqual(ids(moved).sort(), ids(columns).sort());
      }),
    );
    strictEqual(movedBy(columns, shown, { id: "metrics.c", by: 1 }), columns);
  });

  it("shows another value of a metric, once", () => {
    deepStrictEqual(ids(withValue(columns, "metrics.a", "best"))[1], "metrics:best.a");
    const both = [metric("a"), metric("a", "best")];
    deepStrictEqual(ids(withValue(both, "metrics.a", "best")), ["metrics:best.a"]);
  });

  it("takes width, pin and order along to the other value", () => {
    const view: TableView = {
      ...DEFAULT_VIEW,
      pinned: ["metrics.a"],
      widths: { "metrics.a": 90, "metrics.b": 80 },
      order: [{ column: metric("a"), descending: true }],
    };
    const { pinned, widths, order } = renamed(view, "metrics.a", metric("a", "min"));
    deepStrictEqual(pinned, ["metrics:min.a"]);
    deepStrictEqual(widths, { "metrics:min.a": 90, "metrics.b": 80 });
    deepStrictEqual(order, [{ column: metric("a", "min"), descending: true }]);
  });

  it("adds at the end, and once", () => {
    deepStrictEqual(ids(withColumns(columns, [param("lr"), metric("a")], true)).slice(4), ["metrics.c", "params.lr"]);
    deepStrictEqual(ids(withColumns(columns, [metric("a"), metric("b")], false)), [
      "attributes.label",
      "params.hidden",
      "metrics.c",
    ]);
  });
});

describe("sorting by headers", () => {
  const clicks =
    (startsDescending: boolean) =>
    (order: TableView["order"], key: string, adds = false) =>
      nextOrder(order, metric(key), { startsDescending, adds });
  const told = (order: TableView["order"]) =>
    order.map(({ column, descending }) => `${column.key}${descending ? "-" : "+"}`);

  it("goes better end first, the other way round, not at all", () => {
    const click = clicks(true);
    const first = click([], "a");
    const second = click(first, "a");
    deepStrictEqual([told(first), told(second), told(click(second, "a"))], [["a-"], ["a+"], []]);
  });

  it("begins anew at another column, and adds behind with Shift", () => {
    const click = clicks(false);
    deepStrictEqual(told(click(click([], "a"), "b")), ["b+"]);
    const two = click(click([], "a"), "b", true);
    deepStrictEqual(told(two), ["a+", "b+"]);
    deepStrictEqual(told(click(two, "a", true)), ["a-", "b+"]);
    deepStrictEqual(told(click(click(two, "a", true), "a", true)), ["b+"]);
    deepStrictEqual(told(click(two, "b")), ["b+"]);
  });

  it("takes four at most", () => {
    const click = clicks(false);
    const five = ["a", "b", "c", "d", "e"].reduce((order, key) => click(order, key, true), [] as TableView["order"]);
    deepStrictEqual(told(five), ["a+", "b+", "c+", "e+"]);
  });
});

describe("the width of a column", () => {
  const measure = (text: string) => text.length * 7;

  it("is enough for its title and typical values, within bounds", () => {
    const own = (column: Column, changes = {}) =>
      naturalWidth(column, profile(column, changes), { measure, hasGroups: false });
    strictEqual(own(param("x"), { top: [{ value: "y", count: 1 }] }), 69);
    ok(own(param("optimizer"), { top: [{ value: "adamw_with_decay", count: 3 }] }) > 130);
    strictEqual(own(param("k".repeat(10_000))), 240);
  });

  it("grows for the statistics of groups", () => {
    const plain = naturalWidth(metric("a"), profile(metric("a")), { measure, hasGroups: false });
    ok(naturalWidth(metric("a"), profile(metric("a")), { measure, hasGroups: true }) > plain);
  });

  it("fits what is in it when asked, however long", () => {
    strictEqual(fittedWidth(metric("a"), ["0.123456789012"], measure), 14 * 7 + 22);
    strictEqual(fittedWidth(metric("a"), ["x".repeat(10_000)], measure), 1200);
  });
});
