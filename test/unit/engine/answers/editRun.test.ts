import { deepEqual, equal, match, ok } from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunEdit, RunEditOutcome, RunUndo } from "../../../../src/core/model/runEdit.ts";
import type { RunRow } from "../../../../src/core/model/views.ts";
import type { Engine } from "../../../../src/engine/engine.ts";
import { openEngine } from "../../../../src/engine/local.ts";
import { buildStore } from "../../../support/store.ts";

describe("changing a run", () => {
  let top: string;
  let store: string;
  let engine: Engine;
  let rows: readonly RunRow[];

  beforeEach(async () => {
    top = mkdtempSync(join(tmpdir(), "edit-"));
    store = join(top, "mlruns");
    buildStore(store, {
      experiments: [
        {
          name: "e",
          runs: [
            { name: "plain", tags: { team: "a" } },
            { name: "live", status: "RUNNING", start: Date.now() },
            { name: "gone", lifecycle: "deleted" },
          ],
        },
      ],
    });
    engine = openEngine();
    await engine.open({
      stores: [{ key: store, kind: "file", base: top, label: "mlruns" }],
      cacheFolder: null,
      watch: false,
    });
    await engine.settled();
    rows = await list();
  });
  afterEach(async () => {
    await engine.close();
    rmSync(top, { recursive: true });
  });

  const list = async () =>
    (
      await engine.runs({
        ...{ store, experiments: null, filter: "", lifecycle: "all", grouping: "none", offset: 0, limit: 10 },
        order: { by: "name", descending: false },
      })
    ).rows;
  const row = (name: string): RunRow => {
    const found = rows.find((one) => one.name === name);
    ok(found);
    return found;
  };
  const place = (name: string, ...path: string[]) => {
    const { experiment, run } = row(name).ref;
    return join(store, experiment, run, ...path);
  };
  const edit = (name: string, change: RunEdit) => engine.editRun(row(name).ref, change);
  const undoOf = (outcome: RunEditOutcome): RunUndo => {
    ok(outcome.done, outcome.done ? "" : outcome.reason);
    return outcome.undo;
  };
  const reasonOf = (outcome: RunEditOutcome): string => (outcome.done ? "" : outcome.reason);

  it("renames it on disk and in what is shown, and takes that back", async () => {
    const before = readFileSync(place("plain", "meta.yaml"), "utf8");
    const undo = undoOf(await edit("plain", { kind: "rename", name: "Größe 1" }));
    match(readFileSync(place("plain", "meta.yaml"), "utf8"), /^run_name: Größe 1$/m);
    equal(readFileSync(place("plain", "tags/mlflow.runName"), "utf8"), "Größe 1");
    ok((await list()).some(({ name }) => name === "Größe 1"));
    undoOf(await engine.undoRunEdit(undo));
    equal(readFileSync(place("plain", "meta.yaml"), "utf8"), before);
    ok((await list()).some(({ name }) => name === "plain"));
  });

  it("sets and removes tags, in folders of their own too, and leaves nothing else behind", async () => {
    const first = undoOf(await edit("plain", { kind: "set-tag", key: "a/b", value: "x\n" }));
    equal(readFileSync(place("plain", "tags/a/b"), "utf8"), "x\n");
    undoOf(await engine.undoRunEdit(first));
    equal(existsSync(place("plain", "tags/a")), false);
    const second = undoOf(await edit("plain", { kind: "remove-tag", key: "team" }));
    equal(existsSync(place("plain", "tags/team")), false);
    undoOf(await engine.undoRunEdit(second));
    equal(readFileSync(place("plain", "tags/team"), "utf8"), "a");
    deepEqual(
      readdirSync(place("plain")).filter((name) => name.includes("tmp")),
      [],
    );
  });

  it("makes a change again by undoing its undo", async () => {
    const undone = await engine.undoRunEdit(undoOf(await edit("plain", { kind: "set-tag", key: "k", value: "v" })));
    undoOf(await engine.undoRunEdit(undoOf(undone)));
    equal(readFileSync(place("plain", "tags/k"), "utf8"), "v");
  });

  it("takes nothing back that somebody changed since", async () => {
    const undo = undoOf(await edit("plain", { kind: "set-tag", key: "team", value: "b" }));
    writeFileSync(place("plain", "tags/team"), "c");
    match(reasonOf(await engine.undoRunEdit(undo)), /changed since/);
    equal(readFileSync(place("plain", "tags/team"), "utf8"), "c");
  });

  it("leaves alone what is live, deleted, gone or unreadable", async () => {
    const change: RunEdit = { kind: "set-tag", key: "k", value: "v" };
    match(reasonOf(await edit("live", change)), /still being written/);
    match(reasonOf(await edit("gone", change)), /deleted/);
    match(reasonOf(await engine.editRun({ ...row("plain").ref, run: "nothing" }, change)), /no longer there/);
    for (const name of ["live", "gone"]) equal(existsSync(place(name, "tags/k")), false);
  });

  it("writes through no link, and over nothing that is no file", async () => {
    mkdirSync(join(top, "outside"));
    symlinkSync(join(top, "outside"), place("plain", "tags/out"));
    match(reasonOf(await edit("plain", { kind: "set-tag", key: "out/k", value: "v" })), /link/);
    deepEqual(readdirSync(join(top, "outside")), []);
    symlinkSync(join(top, "outside/file"), place("plain", "tags/one"));
    match(reasonOf(await edit("plain", { kind: "set-tag", key: "one", value: "v" })), /no regular file/);
    match(reasonOf(await edit("plain", { kind: "set-tag", key: "team/below", value: "v" })), /is a file/);
  });

  it("takes back the first file where the second cannot be written", async () => {
    const before = readFileSync(place("plain", "meta.yaml"), "utf8");
    rmSync(place("plain", "tags/mlflow.runName"), { force: true });
    mkdirSync(place("plain", "tags/mlflow.runName"));
    const { done } = await edit("plain", { kind: "rename", name: "x" });
    equal(done, false);
    equal(readFileSync(place("plain", "meta.yaml"), "utf8"), before);
  });
});
