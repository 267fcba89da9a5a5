import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { codeParams } from "../../../../src/core/model/codedParams.ts";
import { labelRuns, type RunLabel } from "../../../../src/core/model/distinctLabels.ts";

const id = (n: number) => n.toString(16).padStart(8, "0").padEnd(32, "e");

interface Sibling {
  readonly id: string;
  readonly name: string | null;
  readonly params: readonly { readonly key: string; readonly value: string }[];
  readonly deleted?: boolean;
}

function run(n: number, name: string | null, params: Record<string, string> = {}): Sibling {
  return { id: id(n), name, params: Object.entries(params).map(([key, value]) => ({ key, value })) };
}

function labelled(runs: readonly Sibling[]): readonly RunLabel[] {
  const all = [...runs.keys()];
  const labels = labelRuns({
    all,
    active: all.filter((n) => runs[n]?.deleted !== true),
    params: codeParams(runs),
    name: (n) => runs[n]?.name ?? null,
    id: (n) => runs[n]?.id ?? "",
  });
  return all.map((n) => labels.get(n) ?? { label: "not labelled", telling: [] });
}

function distinctLabels(runs: readonly Sibling[]): readonly string[] {
  return labelled(runs).map(({ label }) => label);
}

/** What is dimmed beside each label. */
function beside(runs: readonly Sibling[]): readonly string[] {
  return labelled(runs).map(({ telling }) => telling.map(({ key, value }) => `${key}=${value}`).join());
}

describe("labels of runs", () => {
  it("are names where those differ", () => {
    deepEqual(distinctLabels([run(1, "a"), run(2, "b", { lr: "1" })]), ["a", "b"]);
  });
  it("are params where names do not, or there are none", () => {
    const labels = distinctLabels([
      run(1, "train", { lr: "0.1" }),
      run(2, "train", { lr: "0.2" }),
      run(3, null, { model: "rf" }),
      run(4, null, { model: "nn" }),
      run(5, "eval"),
    ]);
    deepEqual(labels, ["train · lr=0.1", "train · lr=0.2", "model=rf", "model=nn", "eval"]);
  });
  it("fall back to the id only where nothing differs", () => {
    deepEqual(distinctLabels([run(1, "x"), run(2, "x"), run(3, null)]), ["x · 00000001", "x · 00000002", "00000003"]);
  });
  it("use as many params as it takes", () => {
    const runs = [..."01234567"].map((_, n) =>
      run(n, null, { a: String(n & 1), b: String((n >> 1) & 1), c: String(n >> 2), d: "same" }),
    );
    const labels = distinctLabels(runs);
    equal(labels[5], "a=1, b=0, c=1");
    equal(new Set(labels).size, 8);
  });
  it("use params of their own where runs have not the same ones", () => {
    const runs = [
      run(1, null, { model: "rf", trees: "10" }),
      run(2, null, { model: "rf", trees: "20" }),
      run(3, null, { model: "nn", units: "8" }),
      run(4, null, { model: "nn", units: "9" }),
    ];
    deepEqual(distinctLabels(runs), [
      "model=rf, trees=10",
      "model=rf, trees=20",
      "model=nn, units=8",
      "model=nn, units=9",
    ]);
  });
  it("say what is missing where nothing else is to be said", () => {
    deepEqual(distinctLabels([run(1, null, { a: "1" }), run(2, null), run(3, "x")]), ["a=1", "a=–", "x"]);
  });
  it("say of a run that lacks the params chosen one that it has", () => {
    const runs = [run(1, null, { trees: "1" }), run(2, null, { trees: "2" }), run(3, null, { C: "9" })];
    deepEqual(distinctLabels(runs), ["trees=1", "trees=2", "C=9"]);
  });
  it("find the param that differs behind thousands that do not", () => {
    const same = Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`a${n}`, "1"]));
    deepEqual(distinctLabels([run(1, "x", { ...same, z: "1" }), run(2, "x", { ...same, z: "2" })]), [
      "x · z=1",
      "x · z=2",
    ]);
  });
  it("of active runs do not depend on deleted ones, but the other way round", () => {
    const runs = [run(1, "x"), { ...run(2, "x", { lr: "2" }), deleted: true }, { ...run(3, "y"), deleted: true }];
    deepEqual(distinctLabels(runs), ["x", "x · lr=2", "y"]);
  });
  it("are at once there for thousands of runs of no params alike", () => {
    const runs = Array.from({ length: 3000 }, (_, n) => run(n, null, { [`only ${n}`]: "1" }));
    const started = performance.now();
    equal(new Set(distinctLabels(runs)).size, 3000);
    ok(performance.now() - started < 5000);
  });
  it("have beside them the params that they do not say", () => {
    const named = [
      run(1, "a", { lr: "1", units: "3" }),
      run(2, "b", { lr: "2", units: "3" }),
      run(3, "c", { C: "1" }),
      run(4, "d", { C: "2" }),
    ];
    deepEqual(beside(named), ["units=3,lr=1", "units=3,lr=2", "C=1", "C=2"]);
    deepEqual(beside(named.map((one) => ({ ...one, name: null }))), ["", "", "", ""]);
    deepEqual(beside([run(1, "x", { lr: "1" }), run(2, "x", { lr: "2" }), run(3, "y", { lr: "3" })]), ["", "", "lr=3"]);
  });
  it("cut long values in the middle", () => {
    const value = `${"x".repeat(500)}1`;
    const [label] = distinctLabels([run(1, null, { q: value }), run(2, null, { q: `${value}2` })]);
    equal(label, `q=${"x".repeat(30)}…${"x".repeat(29)}1`);
  });
  it("use whole ids where their beginnings are alike", () => {
    const runs = [run(1, null), { ...run(1, null), id: `${id(1).slice(0, 31)}f` }];
    equal(new Set(distinctLabels(runs)).size, 2);
  });

  it("are all different, and free of ids wherever names or params differ", () => {
    const name = fc.option(fc.constantFrom("train", "eval", ""));
    const params = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.constantFrom("1", "2"));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, params), { maxLength: 10 }), (list) => {
        const runs = list.map(([given, values], n) => run(n, given, values));
        const labels = distinctLabels(runs);
        equal(new Set(labels).size, runs.length);
        for (const [n, label] of labels.entries()) {
          const [given, values] = list[n] ?? [null, {}];
          const named = list.filter((other) => (other[0] || null) === (given || null));
          const alike = named.filter((other) => same(other[1], values));
          const differs = given ? alike.length === 1 : alike.length === 1 && named.length > 1;
          if (differs) ok(!label.includes(id(n).slice(0, 8)), label);
        }
      }),
    );
  });
});

function same(a: Record<string, string>, b: Record<string, string>): boolean {
  return ["a", "b", "c"].every((key) => a[key] === b[key]);
}
