import { deepEqual, equal } from "node:assert/strict";
import { datasetRows } from "../../../../../../src/core/compare/parts/datasetRows.ts";
import type { ComparedDataset, ComparedList, ComparedModel } from "../../../../../../src/core/model/comparedParts.ts";
import { english } from "../../../../../../src/core/model/timeText.ts";
import { compareGroups } from "../../../../../../src/webview/runs/compare/compareGroups.ts";
import { groupFacts } from "../../../../../../src/webview/runs/compare/heads/groupFacts.ts";
import { compareParts } from "../../../../../../src/webview/runs/compare/parts/compareParts.ts";
import { keyOf } from "../../../../../../src/webview/runs/compare/parts/part.ts";
import { comparison, value } from "../given.ts";

const NONE: ComparedList = { rows: [], hidden: 0 };
const facts = (digest: string, rows: number | null = null) => ({ digest, sourceType: "local", source: "a.csv", rows });

function dataset(more: Partial<ComparedDataset> = {}): ComparedDataset {
  return { name: "train", context: "", values: [facts("a"), facts("b")], differs: true, columns: NONE, ...more };
}

function model(more: Partial<ComparedModel> = {}): ComparedModel {
  return { name: "m", reasons: [null, null], facts: NONE, inputs: NONE, outputs: NONE, packages: NONE, ...more };
}

describe("datasets as rows", () => {
  const texts = (given: ComparedDataset) => datasetRows(given, english).map(({ key, values }) => [key, ...values]);

  it("say the digest with the rows where they are known, the source and the columns", () => {
    const columns = { rows: [value("x", ["long", "double"])], hidden: 0 };
    deepEqual(texts(dataset({ context: "eval", values: [facts("a", 7043), null], columns })), [
      ["train (eval)", "a, 7,043 rows", null],
      ["train (eval) › source", "local a.csv", null],
      ["train (eval) › x", "long", "double"],
    ]);
  });

  it("differ where their digests do, though the source is the same", () => {
    deepEqual(
      datasetRows(dataset(), english).map(({ differs }) => differs),
      [true, false],
    );
  });

  it("leave out a source that nobody named", () => {
    equal(datasetRows(dataset({ values: [{ ...facts("a"), source: "", sourceType: "" }, null] }), english).length, 1);
  });
});

describe("models as parts", () => {
  const shown = (models: readonly ComparedModel[], onlyDifferences = false) =>
    compareGroups(compareParts(comparison(2), models, "last"), { onlyDifferences, filter: "" });
  const packages = { rows: [value("numpy", ["1", "2"]), value("scipy", ["1", "1"])], hidden: 3 };

  it("have a heading a list, named where there are several models", () => {
    deepEqual(
      shown([model({ packages })]).map(({ title, rows }) => [title, rows.map(keyOf)]),
      [["Packages", ["numpy", "scipy"]]],
    );
    deepEqual(
      shown([model({ packages }), model({ name: "other", packages })]).map(({ title }) => title),
      ["m: Packages", "other: Packages"],
    );
  });

  it("say how many rows are left out, equal or too many", () => {
    const [group] = shown([model({ packages })], true);
    equal(group && groupFacts(group), "1 differs, 1 equal hidden; 3 more are left out");
  });

  it("say why files could not be read, where they could not", () => {
    const [group] = shown([model({ reasons: ["Its files are not in this workspace.", null] })]);
    deepEqual([group?.title, group?.rows.map(keyOf)], ["Model", ["files"]]);
  });
});

describe("the rows of a part", () => {
  it("are told apart where keys come twice, and are plain data whatever they are called", () => {
    const params = [value("__proto__", ["a", "b"]), value("k", ["1", "2"]), value("k", ["3", "4"])];
    const [, part] = compareParts(comparison(2, { params }), [], "last");
    equal(new Set(part?.rows.map(({ id }) => id)).size, 3);
  });
});
