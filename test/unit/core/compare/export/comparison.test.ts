import { deepEqual, equal, ok } from "node:assert/strict";
import { comparisonCsv } from "../../../../../src/core/compare/export/comparisonCsv.ts";
import { comparisonJson } from "../../../../../src/core/compare/export/comparisonJson.ts";
import { comparisonMarkdown } from "../../../../../src/core/compare/export/comparisonMarkdown.ts";
import { sheetOf } from "../../../../../src/core/compare/sheet.ts";
import { runNames } from "../../../../../src/core/compare/verdict/names.ts";
import { verdictOf } from "../../../../../src/core/compare/verdict.ts";
import type { ComparedModel } from "../../../../../src/core/model/comparedParts.ts";
import { english } from "../../../../../src/core/model/timeText.ts";
import { comparisonOf, type Given } from "../given.ts";
import { rendered } from "./rendered.ts";

const RUNS: readonly Given[] = [
  { metrics: { rmse: 0.412, x: 1, zero: 0 }, params: { lr: 0.1, depth: 8, seed: 1 }, took: 100 },
  { metrics: { rmse: 0.397, x: Number.NaN, zero: 2 }, params: { lr: 0.05, depth: 8, opt: "a|b" }, took: 140 },
];

const NO_LIST = { rows: [], hidden: 0 };

function model(name: string, numpy: readonly (string | null)[], hidden = 0): ComparedModel {
  const packages = [
    { key: "numpy", values: numpy, differs: true },
    { key: "scipy", values: ["1", "1"], differs: false },
  ];
  const inputs = { rows: [{ key: "age", values: ["long", "double"], differs: true }], hidden };
  return {
    ...{ name, reasons: [null, null], facts: NO_LIST, inputs, outputs: NO_LIST },
    packages: { rows: packages, hidden: 0 },
  };
}

function all(runs: readonly Given[], everything = false, models: readonly ComparedModel[] = []) {
  const comparison = comparisonOf(runs);
  const verdict = verdictOf(comparison, {}, (text) => text);
  const names = runNames(comparison);
  const options = { all: everything, baseline: 0, attribute: (_: string, value: string) => value, t: english };
  const sheet = sheetOf(comparison, models, names, options);
  return { comparison, verdict, names, sheet };
}

describe("a comparison as Markdown", () => {
  const text = (runs: readonly Given[]): string => {
    const { verdict, sheet } = all(runs);
    return comparisonMarkdown(verdict, sheet);
  };

  it("is the verdict and a table of each part", () => {
    equal(
      text(RUNS).split("\n\n**Attr")[0],
      `\`B\` is best on \`rmse\` (-3.6 % vs \`A\`), 40 % slower; 3 of 4 params differ: \`lr\` \`0.1\` -> \`0.05\`, \`opt\` <code>a&#124;b</code> added, \`seed\` \`1\` removed.

| Metrics | \`A\` | \`B\` |
| --- | ---: | ---: |
| \`rmse\` | 0.412 | **0.397** (-3.6 %) |
| \`x\` | 1 | NaN |
| \`zero\` | 0 | 2 (+2) |

| Params | \`A\` | \`B\` |
| --- | --- | --- |
| \`lr\` | \`0.1\` | \`0.05\` |
| \`opt\` |  | <code>a&#124;b</code> |
| \`seed\` | \`1\` |  |

1 is the same in all runs.

| Attributes | \`A\` | \`B\` |
| --- | --- | --- |
| \`id\` | \`aaaaaaaa000000000000000000000000\` | \`bbbbbbbb000000000000000000000001\` |
| \`duration\` | \`100000\` | \`140000\` |

5 are the same in all runs.
`,
    );
  });

  it("sets signatures and packages of models side by side", () => {
    const { verdict, sheet } = all([{}, {}], false, [model("m", ["1.26", "2.0"])]);
    const [, inputs, packages] = comparisonMarkdown(verdict, sheet).split(/(?=\| Model inputs|\| Packages)/);
    equal(inputs, "| Model inputs | `A` | `B` |\n| --- | --- | --- |\n| `age` | `long` | `double` |\n\n");
    equal(
      packages,
      "| Packages | `A` | `B` |\n| --- | --- | --- |\n| `numpy` | `1.26` | `2.0` |\n\n1 is the same in all runs.\n",
    );
  });

  it("says whose the packages are where there are several models, and how many rows are left out", () => {
    const models = [model("m", ["1", "2"], 3), model("n", [null, "2"])];
    const { verdict, sheet } = all([{}, {}], false, models);
    const text = comparisonMarkdown(verdict, sheet);
    ok(text.includes("| `m › numpy` | `1` | `2` |\n| `n › numpy` |  | `2` |"), text);
    ok(text.includes("| `n › age` | `long` | `double` |\n\n3 more are left out.\n"), text);
  });

  it("renders as tables with as many cells in every row, whatever names and values hold", () => {
    const evil = "a|b\\|c`d``e\n<img src=x onerror=alert(1)> @all #1 [x](javascript:0) \\";
    const html = rendered(
      text([{ label: evil, metrics: { [evil]: 1 }, params: { [evil]: evil } }, { params: { [evil]: "" } }]),
    );
    for (const row of html.match(/<tr>[\s\S]*?<\/tr>/g) ?? []) equal(row.match(/<t[dh]/g)?.length, 3, row);
    equal(/<(img|a|script)\b/.test(html), false, html);
    ok(html.includes("&lt;img src=x onerror=alert(1)&gt; @all #1 [x](javascript:0)"));
  });
});

describe("a comparison as JSON", () => {
  it("says the verdict, the runs and what they have", () => {
    const { comparison, verdict, names } = all(RUNS);
    const read = JSON.parse(comparisonJson(comparison, [], verdict, names, false));
    equal(read.verdict, verdict.sentence);
    deepEqual([read.outcome, read.metric], ["best", { key: "rmse", goal: "min" }]);
    deepEqual(read.best, [comparison.runs[1]?.id]);
    deepEqual(read.metrics.x, {
      ...{ goal: "unknown", differs: true, best: [], values: [1, "NaN"] },
      ...{ deltas: [0, null], relative_deltas: [0, null] },
    });
    deepEqual(read.metrics.zero.relative_deltas, [null, null]);
    deepEqual(read.params.opt, { differs: true, values: [null, "a|b"] });
    deepEqual(Object.keys(read.params), ["lr", "opt", "seed"]);
    deepEqual(read.same, { metrics: 0, params: 1, tags: 0, attributes: 5 });
  });

  it("has the models", () => {
    const models = [model("m", ["1", "2"])];
    const { comparison, verdict, names } = all(RUNS, false, models);
    const read = JSON.parse(comparisonJson(comparison, models, verdict, names, false));
    deepEqual(read.models, [
      {
        ...{ name: "m", facts: [], outputs: [], unread: [null, null] },
        inputs: [{ key: "age", differs: true, values: ["long", "double"] }],
        packages: [{ key: "numpy", differs: true, values: ["1", "2"] }],
      },
    ]);
  });

  it("keeps keys that JavaScript has plans for", () => {
    const { comparison, verdict, names } = all([{ params: JSON.parse('{"__proto__": 1, "constructor": 2}') }, {}]);
    deepEqual(Object.keys(JSON.parse(comparisonJson(comparison, [], verdict, names, false)).params), [
      "__proto__",
      "constructor",
    ]);
  });
});

describe("a comparison as CSV", () => {
  it("has a record a key, with every digit", () => {
    const { sheet } = all([{ metrics: { rmse: 0.1 + 0.2 } }, { metrics: { rmse: -0 }, params: { note: 'a "b",\nc' } }]);
    equal(
      comparisonCsv(sheet).split("attributes")[0],
      'part,key,A,B\r\nmetrics,rmse,0.30000000000000004,-0\r\nparams,note,,"a ""b"",\nc"\r\n',
    );
  });

  it("has keys that are the same when asked", () => {
    const { sheet } = all(RUNS, true);
    ok(comparisonCsv(sheet).includes("params,depth,8,8\r\n"));
  });
});
