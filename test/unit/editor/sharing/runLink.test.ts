import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { linkQuery, MOST_LINKED, namedStores, readLink } from "../../../../src/editor/sharing/runLink.ts";

const stores = [
  { key: "/work/here/mlruns", name: "mlruns" },
  { key: "/work/here/a/mlflow.db", name: "a/mlflow.db" },
];
const [store, database] = stores.map(({ key }) => key);
const ref = (run: string, experiment = "0", key = store ?? "") => ({ store: key, experiment, run });

describe("a link to runs", () => {
  it("names stores by their place in the workspace, not on this machine", () => {
    equal(linkQuery({ refs: [ref("r")], baseline: null }, stores), "store=mlruns&run=0%2C0%2Cr");
    deepEqual(
      namedStores(["C:\\x\\mlruns"], () => "sub\\mlruns"),
      [{ key: "C:\\x\\mlruns", name: "sub/mlruns" }],
    );
  });

  it("opens the same runs, order and baseline where the stores have other paths", () => {
    const there = stores.map(({ name }) => ({ key: `/elsewhere/${name}`, name }));
    const refs = [ref("r2"), ref("r1", "1", database), ref("r3", ".trash/0")];
    const query = linkQuery({ refs, baseline: refs[2] ?? null }, stores);
    const moved = refs.map((own) => ({ ...own, store: own.store.replace("/work/here", "/elsewhere") }));
    deepEqual(readLink(query, there), { kind: "pins", pins: { refs: moved, baseline: moved[2] } });
  });

  it("survives whatever runs are called", () => {
    const name = fc.string({ unit: "grapheme", minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.record({ experiment: name, run: name }), { minLength: 1, maxLength: 5 }), (given) => {
        const refs = given.map((own) => ({ store: store ?? "", ...own }));
        deepEqual(readLink(linkQuery({ refs, baseline: null }, stores), stores), {
          kind: "pins",
          pins: { refs, baseline: null },
        });
      }),
    );
  });

  it("opens nothing in a store that is not open here, and says which", () => {
    deepEqual(readLink("store=..%2F..%2Fetc&run=0,0,r", stores), { kind: "unknown", store: "../../etc" });
    deepEqual(readLink("store=%2Fwork%2Fhere%2Fmlruns&run=0,0,r", stores), {
      kind: "unknown",
      store: "/work/here/mlruns",
    });
  });

  it("takes what is no link for none", () => {
    for (const query of [
      "",
      "run=0,0,r",
      "store=mlruns",
      "store=mlruns&run=7,0,r",
      "store=mlruns&run=0,0",
      "store=mlruns&run=0,%25E0%25A4,r",
    ]) {
      deepEqual(readLink(query, stores), { kind: "nothing" }, query);
    }
    fc.assert(fc.property(fc.string(), (text) => void readLink(text, stores)));
  });

  it("names so many runs and no more", () => {
    const refs = Array.from({ length: MOST_LINKED + 10 }, (_, i) => ref(String(i)));
    const target = readLink(linkQuery({ refs, baseline: null }, stores), stores);
    equal(target.kind === "pins" && target.pins.refs.length, MOST_LINKED);
  });
});
