import { deepEqual, equal, match } from "node:assert/strict";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { FixKind } from "../../../../src/core/model/finding.ts";
import { applyMend } from "../../../../src/engine/mend/applyMend.ts";
import { planMend } from "../../../../src/engine/mend/planMend.ts";
import { GitRepo } from "../../../support/gitRepo.ts";
import { mendStore } from "../../../support/mending.ts";
import { type BuiltStore, buildStore } from "../../../support/store.ts";
import { differing, treeOf } from "../../../support/tree.ts";

const TWICE = "1709193600000 0.9 0\n1709193600000 0.9 0\n";

describe("mending leaves alone", () => {
  let folder: string;
  let store: string;
  let run: string;
  let built: BuiltStore;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mend-"));
    store = join(folder, "mlruns");
    built = buildStore(store, { experiments: [{ name: "e", runs: [{ name: "r", metrics: { loss: 1 } }] }] });
    run = built.experiments[0]?.runs[0]?.folder ?? "";
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const metric = () => join(run, "metrics", "loss");
  const damage = (text = TWICE) => writeFileSync(metric(), text);
  const reasons = ({ refused }: { refused: readonly { reason: string }[] }) => refused.map(({ reason }) => reason);

  it("a file that changed after it was verified", async () => {
    damage();
    const outcome = await mendStore(store, {
      verified: () => {
        // The file system's clock is coarse.
        const until = Date.now() + 30;
        while (Date.now() < until);
        writeFileSync(metric(), `${TWICE}1709193600001 0.8 1\n`);
      },
    });
    deepEqual(outcome.done, []);
    match(reasons(outcome)[0] ?? "", /changed since it was verified/);
    equal(readFileSync(metric(), "utf8"), `${TWICE}1709193600001 0.8 1\n`);
  });

  it("a file that changed after it was shown, whatever its size and times say", async () => {
    damage();
    const before = statSync(metric());
    const other = TWICE.replaceAll("0.9", "0.8");
    const outcome = await mendStore(store, { planned: () => writeFileSync(metric(), other) });
    equal(statSync(metric()).size, before.size);
    match(reasons(outcome)[0] ?? "", /changed meanwhile/);
    equal(readFileSync(metric(), "utf8"), other);
  });

  it("a file that was removed meanwhile, and one that came where there was none", async () => {
    damage();
    const gone = await mendStore(store, { planned: () => rmSync(metric()) });
    match(reasons(gone)[0] ?? "", /changed meanwhile/);
    equal(existsSync(metric()), false);
    const repo = new GitRepo(folder);
    repo.commit();
    rmSync(join(run, "meta.yaml"));
    const came = await mendStore(store, { planned: () => writeFileSync(join(run, "meta.yaml"), "a: b\n") });
    match(reasons(came)[0] ?? "", /changed meanwhile/);
    equal(readFileSync(join(run, "meta.yaml"), "utf8"), "a: b\n");
  });

  it("runs that are being written", async () => {
    const meta = readFileSync(join(run, "meta.yaml"), "utf8");
    const running = meta
      .replace(/^status: .*$/m, "status: 1")
      .replace(/^start_time: .*$/m, `start_time: ${Date.now()}`);
    writeFileSync(join(run, "meta.yaml"), running);
    damage();
    const outcome = await mendStore(store, { every: true });
    deepEqual([...new Set(reasons(outcome))], ["Its run is still being written: mend it when it has ended."]);
    deepEqual(outcome.done, []);
  });

  it("metadata of a run that logged a minute ago: it may be at its writing", async () => {
    new GitRepo(folder).commit();
    writeFileSync(join(run, "meta.yaml"), "");
    damage(`${Date.now() - 60_000} 0.5 0\n`);
    match(reasons(await mendStore(store))[0] ?? "", /still being written/);
    damage("1709193600000 0.5 0\n");
    equal((await mendStore(store)).done.length, 1);
  });

  it("files behind a link, and links", async () => {
    damage();
    const other = join(folder, "elsewhere");
    renameSync(join(run, "metrics"), other);
    symlinkSync(other, join(run, "metrics"));
    const outcome = await mendOne("mlruns", metric(), { kind: "drop-repeats" });
    match(outcome, /through a link/);
    rmSync(join(run, "metrics"));
    renameSync(other, join(run, "metrics"));
    renameSync(metric(), join(folder, "loss"));
    symlinkSync(join(folder, "loss"), metric());
    match(await mendOne("mlruns", metric(), { kind: "drop-repeats" }), /no regular file/);
    equal(readFileSync(join(folder, "loss"), "utf8"), TWICE);
  });

  it("what lies outside of the folder verified", async () => {
    const outside = mkdtempSync(join(tmpdir(), "mend-outside-"));
    try {
      writeFileSync(join(outside, "loss"), TWICE);
      match(await mendOne("mlruns", join(outside, "loss"), { kind: "drop-repeats" }), /leads out of/);
      match(await mendOne("mlruns", join(outside, "new"), { kind: "create-folder" }), /leads out of/);
      deepEqual(readdirSync(outside), ["loss"]);
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  it("files that are not stray, whoever asks for their deletion", async () => {
    match(await mendOne("mlruns", metric(), { kind: "delete" }), /no stray file/);
    equal(existsSync(metric()), true);
  });

  it("what only Git knows where Git may not be asked or has nothing", async () => {
    writeFileSync(join(run, "meta.yaml"), "");
    match(reasons(await mendStore(store, { git: false }))[0] ?? "", /Git may not be asked/);
    match(reasons(await mendStore(store))[0] ?? "", /Git has no good version/);
    const repo = new GitRepo(folder);
    match(reasons(await mendStore(store))[0] ?? "", /Git has no good version/);
    repo.commit("only the empty file was ever committed");
    match(reasons(await mendStore(store))[0] ?? "", /Git has no good version/);
  });

  it("a version that is another run's, and takes the one before", async () => {
    const repo = new GitRepo(folder);
    const good = readFileSync(join(run, "meta.yaml"), "utf8");
    repo.commit();
    writeFileSync(join(run, "meta.yaml"), good.replace(/^run_id: .*$/m, `run_id: ${"e".repeat(32)}`));
    repo.commit();
    writeFileSync(join(run, "meta.yaml"), "a: [\n");
    repo.commit();
    equal((await mendStore(store)).done.length, 1);
    equal(readFileSync(join(run, "meta.yaml"), "utf8"), good);
  });

  it("rights, other files and no traces of its own", async () => {
    damage();
    chmodSync(metric(), 0o640);
    const before = treeOf(folder);
    const { done } = await mendStore(store);
    deepEqual(differing(before, treeOf(folder)), [relative(folder, metric())]);
    equal(done.length, 1);
    equal(statSync(metric()).mode & 0o777, 0o640);
  });

  it("a folder that is not there to be made, and does not mind one that came", async () => {
    rmSync(join(run, "params"), { recursive: true, force: true });
    const target = { kind: "mlflow", major: 3, minor: 18 } as const;
    const made = await mendStore(store, { target, planned: () => mkdirSync(join(run, "params"), { recursive: true }) });
    deepEqual(made.refused, []);
    writeFileSync(join(run, "file"), "");
    match(await mendOne("mlruns", join(run, "file"), { kind: "create-folder" }), /in the place of the folder/);
    match(await mendOne("mlruns", join(run, "gone", "metrics"), { kind: "create-folder" }), /cannot be opened/);
  });

  /** Why one edit was refused. */
  async function mendOne(name: string, file: string, edit: FixKind): Promise<string> {
    const key = join(folder, name);
    const path = relative(folder, file);
    const place = { file: path, line: null, column: null, store: key, experiment: null, run: null };
    const fix = { title: "T", isLocal: false, edits: [{ ...edit, path }] };
    const finding = { rule: "MLR203", severity: "error", message: "m", ...place, fix } as const;
    const ref = { key, kind: "file", base: folder, label: name } as const;
    const plan = await planMend([finding], { base: folder, stores: [ref], since: Date.now() });
    const { done, refused } = await applyMend(folder, plan);
    deepEqual(done, []);
    return [...plan.refused, ...refused][0]?.reason ?? "";
  }
});
