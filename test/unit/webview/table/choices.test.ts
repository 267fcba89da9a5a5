import { deepStrictEqual, strictEqual } from "node:assert";
import { narrowed } from "../../../../src/core/query/filterBox.ts";
import { DEFAULT_VIEW } from "../../../../src/protocol/defaultView.ts";
import { conditionOf } from "../../../../src/webview/runs/table/filter/filterTo.ts";
import { headCommand, type Pressed, rowCommand } from "../../../../src/webview/runs/table/keys.ts";
import { readTableState } from "../../../../src/webview/runs/table/tableView.ts";
import { attribute, metric, param, tag } from "./profiles.ts";

const pressed = (key: string, ...held: ("ctrl" | "alt" | "shift" | "meta")[]): Pressed => ({
  key,
  ctrlKey: held.includes("ctrl"),
  metaKey: held.includes("meta"),
  altKey: held.includes("alt"),
  shiftKey: held.includes("shift"),
});

describe("the keys of a table", () => {
  it("open, pin and select in rows", () => {
    strictEqual(rowCommand(pressed("Enter")), "open");
    strictEqual(rowCommand(pressed("Enter", "ctrl")), "openToSide");
    strictEqual(rowCommand(pressed("Enter", "alt")), "openToSide");
    strictEqual(rowCommand(pressed(" ")), "pin");
    strictEqual(rowCommand(pressed("a", "meta")), "selectAll");
    strictEqual(rowCommand(pressed("A", "ctrl")), "selectAll");
    strictEqual(rowCommand(pressed("F10", "shift")), "menu");
    strictEqual(rowCommand(pressed("/")), "filter");
    strictEqual(rowCommand(pressed("f", "ctrl")), "filter");
    strictEqual(rowCommand(pressed("Escape")), "clear");
  });

  it("sort, move and resize at headers", () => {
    strictEqual(headCommand(pressed("Enter")), "sort");
    strictEqual(headCommand(pressed("Enter", "shift")), "addSort");
    strictEqual(headCommand(pressed("ArrowLeft", "alt")), "moveLeft");
    strictEqual(headCommand(pressed("ArrowRight", "shift")), "wider");
    strictEqual(headCommand(pressed("ContextMenu")), "menu");
  });

  it("leave the others to the cursor", () => {
    for (const key of ["ArrowDown", "Home", "x", "constructor"]) strictEqual(rowCommand(pressed(key)), null);
    strictEqual(rowCommand(pressed("ArrowDown", "shift")), null);
    strictEqual(headCommand(pressed("ArrowLeft")), null);
  });
});

describe("filtering to a value", () => {
  it("is a condition of the search language", () => {
    strictEqual(conditionOf(param("lr"), "0.1"), "params.lr = '0.1'");
    strictEqual(conditionOf(tag("mlflow.user"), "ada"), "tags.`mlflow.user` = 'ada'");
    strictEqual(conditionOf(metric("rmse"), 0.25), "metrics.rmse = 0.25");
    strictEqual(conditionOf(attribute("status"), "unfinished"), "attributes.status = 'RUNNING'");
  });

  it("asks for params and tags that are missing", () => {
    strictEqual(conditionOf(param("lr"), null), "params.lr IS NULL");
    strictEqual(conditionOf(tag("team"), null), "tags.team IS NULL");
  });

  it("takes the other quotes where the value has some", () => {
    strictEqual(conditionOf(param("a"), "it's"), `params.a = "it's"`);
  });

  it("is not possible where the language cannot say it", () => {
    const cannot = [
      conditionOf(metric("m"), null),
      conditionOf(param("a"), `'"`),
      conditionOf(param('a`"b'), "x"),
      conditionOf(metric("m"), Number.NaN),
      conditionOf(metric("m", "best"), 1),
      conditionOf(attribute("status"), "unreadable"),
      conditionOf(attribute("label"), "x"),
    ];
    deepStrictEqual(new Set(cannot), new Set([null]));
  });

  it("narrows an expression, and takes the place of words", () => {
    strictEqual(narrowed("adam", "params.lr = '0.1'"), "params.lr = '0.1'");
    strictEqual(narrowed("", "params.lr = '0.1'"), "params.lr = '0.1'");
    strictEqual(narrowed("metrics.rmse < 1 ", "params.lr = '0.1'"), "metrics.rmse < 1 AND params.lr = '0.1'");
  });
});

describe("what a page kept of its table", () => {
  it("is read back as it was", () => {
    const state = {
      view: {
        ...DEFAULT_VIEW,
        columns: [attribute("label"), metric("rmse", "best")],
        widths: { "params.lr": 90 },
        order: [{ column: param("lr"), descending: true }],
        grouping: { by: param("lr") },
        filter: "adam",
        lifecycle: "all" as const,
      },
      open: ["= 0.1"],
      row: 12.5,
      left: 300,
    };
    deepStrictEqual(readTableState(JSON.parse(JSON.stringify(state))), state);
  });

  it("loses only what is not understood", () => {
    const read = readTableState({
      view: { columns: [1, { kind: "param", key: "lr" }], filter: 3, order: "x" },
      row: "a",
    });
    deepStrictEqual(read, { view: { ...DEFAULT_VIEW, columns: [param("lr")] }, open: [], row: 0, left: 0 });
  });

  it("is nothing where nothing was kept", () => {
    deepStrictEqual([readTableState(null), readTableState({}), readTableState("x")], [null, null, null]);
  });
});
