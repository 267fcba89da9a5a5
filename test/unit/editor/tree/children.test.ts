import assert from "node:assert/strict";
import { problem } from "../../../../src/core/model/problem.ts";
import { Children } from "../../../../src/editor/tree/children.ts";
import { type Choices, DEFAULT_CHOICES } from "../../../../src/editor/tree/choices.ts";
import type { Node } from "../../../../src/editor/tree/nodes.ts";
import { PAGE } from "../../../../src/editor/tree/runList.ts";
import { fakeEngine, manyRuns } from "../fakeEngine.ts";
import { experimentRow, metric, runRow, runView, storeRow } from "../rows.ts";

function childrenOver(fake: ReturnType<typeof fakeEngine>, part: Partial<Choices> = {}, limit = PAGE): Children {
  const choices = { current: () => ({ ...DEFAULT_CHOICES, ...part }) };
  return new Children(fake.engine, choices, { limitOf: () => limit });
}

const kinds = (nodes: readonly Node[]) => nodes.map((node) => (node.kind === "section" ? node.section : node.kind));

async function firstExperiment(children: Children): Promise<Node> {
  const [node] = await children.of(undefined);
  assert.equal(node?.kind, "experiment");
  return node;
}

describe("the Runs tree", () => {
  it("starts with the experiments where there is one store", async () => {
    assert.deepEqual(kinds(await childrenOver(fakeEngine({ runs: manyRuns(2) })).of(undefined)), ["experiment"]);
  });

  it("has a level of stores where there are several", async () => {
    const stores = async () => [storeRow(), storeRow({ key: "/work/other", label: "other" })];
    const children = childrenOver(fakeEngine({ runs: [] }, { stores }));
    assert.deepEqual(kinds(await children.of(undefined)), ["store", "store"]);
  });

  it("shows a store that cannot be read, even alone", async () => {
    const stores = async () => [storeRow({ error: "It is busy." })];
    assert.deepEqual(kinds(await childrenOver(fakeEngine({ runs: [] }, { stores })).of(undefined)), ["store"]);
  });

  it("lists 200 runs and one row for the rest", async () => {
    const children = childrenOver(fakeEngine({ runs: manyRuns(450) }));
    const rows = await children.of(await firstExperiment(children));
    const last = rows.at(-1);
    assert.equal(rows.length, PAGE + 1);
    assert.equal(last?.kind === "more" ? last.rest : 0, 250);
  });

  it("asks for no more rows than it shows", async () => {
    const fake = fakeEngine({ runs: manyRuns(450) });
    const children = childrenOver(fake);
    await children.of(await firstExperiment(children));
    assert.deepEqual(
      fake.asked.map(({ limit }) => limit),
      [PAGE],
    );
  });

  it("finds the best of the runs that a filter leaves: asked in the goal's order, infinities and deleted ones passed over", async () => {
    const primary = (value: number) => ({ key: "auc", value, best: false });
    const runs = [
      runRow({ id: "a", primary: primary(Number.POSITIVE_INFINITY) }),
      runRow({ id: "b", primary: primary(0.95), lifecycle: "deleted" }),
      runRow({ id: "c", label: "stoic-owl-c", primary: primary(0.9) }),
    ];
    const experiments = async () => [experimentRow({ runs: 9, primary: { key: "auc", goal: "max" } })];
    const fake = fakeEngine({ runs }, { experiments });
    const node = await firstExperiment(childrenOver(fake, { filter: "owl" }));
    assert.deepEqual(node.kind === "experiment" && node.matches, {
      runs: 3,
      best: { value: 0.9, ref: runs[2]?.ref, label: "stoic-owl-c" },
    });
    assert.deepEqual(fake.asked[0]?.order, { by: { metric: "auc" }, descending: true });
  });

  it("names no best under a filter where nobody knows which way is better", async () => {
    const primary = { key: "alpha", value: 1, best: false };
    const experiments = async () => [experimentRow({ runs: 9, primary: { key: "alpha", goal: "unknown" } })];
    const fake = fakeEngine({ runs: [runRow({ primary })] }, { experiments });
    const node = await firstExperiment(childrenOver(fake, { filter: "owl" }));
    assert.deepEqual(node.kind === "experiment" && node.matches, { runs: 1, best: null });
  });

  it("puts nested runs under their parent, after what the parent holds", async () => {
    const runs = [runRow({ id: "parent", children: 1 }), runRow({ id: "child" })];
    const children = childrenOver(fakeEngine({ runs, parentOf: { child: "parent" } }));
    const top = await children.of(await firstExperiment(children));
    assert.deepEqual(kinds(top), ["run"]);
    assert.deepEqual(kinds(await children.of(top[0])), ["artifacts", "run"]);
  });

  it("lists every match of a filter for itself", async () => {
    const runs = [runRow({ id: "parent", label: "outer" }), runRow({ id: "child", label: "inner" })];
    const children = childrenOver(fakeEngine({ runs, parentOf: { child: "parent" } }), { filter: "inner" });
    const found = await children.of(await firstExperiment(children));
    assert.deepEqual(
      found.map((node) => (node.kind === "run" ? node.row.label : "")),
      ["inner"],
    );
  });

  it("leaves experiments out in which a filter finds nothing", async () => {
    const children = childrenOver(fakeEngine({ runs: manyRuns(3) }), { filter: "nowhere" });
    assert.deepEqual(await children.of(undefined), []);
  });

  it("shows groups where runs are grouped", async () => {
    const children = childrenOver(fakeEngine({ runs: manyRuns(3) }), { grouping: "status" });
    const groups = await children.of(await firstExperiment(children));
    assert.deepEqual(kinds(groups), ["group"]);
    assert.equal((await children.of(groups[0])).length, 3);
  });

  it("shows five metrics, the primary first, and leaves empty sections out", async () => {
    const metrics = ["a", "b", "c", "d", "e", "loss"].map((key) => metric(key, 1));
    const run = async () =>
      runView({ metrics, primary: { key: "loss", goal: "min" }, params: [{ key: "p", value: "1" }] });
    const children = childrenOver(fakeEngine({ runs: manyRuns(1) }, { run }));
    const [node] = await children.of(await firstExperiment(children));
    const below = await children.of(node);
    assert.deepEqual(kinds(below), [...Array(5).fill("fact"), "metrics", "params", "artifacts"]);
    assert.equal(below[0]?.kind === "fact" ? below[0].label : "", "loss");
  });

  it("keeps ids over reloads, so that VS Code keeps what is expanded", async () => {
    const ids = async () => {
      const children = childrenOver(fakeEngine({ runs: manyRuns(2) }));
      return (await children.of(await firstExperiment(children))).map(({ id }) => id);
    };
    assert.deepEqual(await ids(), await ids());
  });

  it("lists links and pipes among the artifacts with the reason why they do not open", async () => {
    const entry = (name: string, size: number | null) => ({ name, path: name, isFolder: false, size });
    const artifacts = async () => ({
      folder: "/work/a",
      uri: "a",
      entries: [entry("a.txt", 3), entry("out", null)],
      reason: null,
      problems: [problem("link-escape", "out", "is a link"), problem("limit", "", "holds 9 entries")],
    });
    const children = childrenOver(fakeEngine({ runs: manyRuns(1) }, { artifacts }));
    const [run] = await children.of(await firstExperiment(children));
    const nodes = await children.of((await children.of(run)).at(-1));
    assert.deepEqual(
      nodes.map((node) => (node.kind === "file" ? node.fault : node.kind === "fact" ? node.description : node.kind)),
      [null, "is a link", "This folder holds 9 entries."],
    );
  });

  it("says why a run has no artifacts here", async () => {
    const artifacts = async () => ({
      folder: null,
      uri: "s3://b/a",
      entries: [],
      problems: [],
      reason: "The artifacts are in s3.",
    });
    const children = childrenOver(fakeEngine({ runs: manyRuns(1) }, { artifacts }));
    const [run] = await children.of(await firstExperiment(children));
    const section = (await children.of(run)).at(-1);
    const [notice] = await children.of(section);
    assert.equal(notice?.kind === "fact" ? notice.description : "", "The artifacts are in s3.");
  });
});
