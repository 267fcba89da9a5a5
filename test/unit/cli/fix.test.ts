import { deepEqual, equal, match, ok } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GitRepo, gitIn } from "../../support/gitRepo.ts";
import { differing, treeOf } from "../../support/tree.ts";
import { runHere } from "./commandLine.ts";

const CHURN = "mlruns/577084954721500821";
/** Its metric "same twice" holds one line twice, as MLflow wrote it. */
const TWICE = `${CHURN}/a3d9614ef9f24d929a3cbed9395dc4be/metrics/same twice`;
const OTHER = `${CHURN}/62dd6761d21f4d228ed40581643b9377`;

describe("mlflow-runs verify --fix, of a store that MLflow 3.18 wrote", () => {
  let folder: string;
  let repo: GitRepo;

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "fix-")));
    mkdirSync(join(folder, "project"));
    cpSync("test/fixtures/3.18.0-file/mlruns", join(folder, "project", "mlruns"), { recursive: true });
    repo = new GitRepo(folder);
    repo.run("config", "core.autocrlf", "false");
    repo.commit();
  });
  afterEach(() => repo.remove());

  const at = (path: string) => join(folder, "project", path);
  const verify = (...args: string[]) => runHere(["verify", ...args], { cwd: join(folder, "project") });
  const apply = (patch: string) =>
    execFileSync("git", ["apply", "-"], { cwd: join(folder, "project"), input: patch, stdio: "pipe" });

  /** One of each kind that can be mended. */
  function damage(): void {
    writeFileSync(at(`${OTHER}/meta.yaml`), "");
    writeFileSync(at(`${OTHER}/metrics/.gitkeep`), "");
    writeFileSync(at(`${OTHER}/metrics/torn`), "1709193600000 0.5 0\r\n\r\n1709193600001 0.4 1\r\n17091936");
    writeFileSync(at(`${OTHER}/metrics/.DS_Store`), Buffer.from([0, 0, 1, 0xff, 10, 0xfe]));
  }
  const DAMAGED = ["meta.yaml", "metrics/.DS_Store", "metrics/.gitkeep", "metrics/torn"].map(
    (name) => `${OTHER}/${name}`,
  );

  it("mends each file in a line, verifies again and exits by what is left", async () => {
    damage();
    equal((await verify()).code, 1);
    const before = treeOf(at(""));
    const { out, err, code } = await verify("--fix");
    equal(code, 0, out);
    equal(err, "");
    deepEqual(
      out
        .split("\n")
        .filter((line) => line.startsWith("mended "))
        .map((line) => line.slice(7))
        .sort(),
      [
        `${OTHER}/meta.yaml: Restore meta.yaml from Git’s last good version`,
        `${OTHER}/metrics/.DS_Store: Delete the stray files`,
        `${OTHER}/metrics/.gitkeep: Delete the stray files`,
        `${OTHER}/metrics/torn: Remove the blank lines; Remove the last line, which is cut short`,
        `${TWICE}: Remove the repeated lines`,
      ],
    );
    match(out, /\nThe data is whole/);
    deepEqual(differing(before, treeOf(at(""))), [...DAMAGED, TWICE].sort());
    equal(readFileSync(at(`${OTHER}/metrics/torn`), "latin1"), "1709193600000 0.5 0\r\n1709193600001 0.4 1\r\n");
    const again = await verify("--fix");
    deepEqual([again.code, again.out.match(/mended/)], [0, null]);
  });

  it("--dry-run writes nothing and prints a patch by which git apply does the same, from wherever it is called", async () => {
    damage();
    const before = treeOf(at(""));
    const { out, err, code } = await verify("--fix", "--dry-run");
    deepEqual([err, code], ["", 1]);
    deepEqual(differing(before, treeOf(at(""))), []);
    match(out, /^diff --git a\/project\/mlruns\//);
    // Bytes that are no UTF-8 cannot go through a text here.
    rmSync(at(`${OTHER}/metrics/.DS_Store`));
    apply((await verify("--fix", "--dry-run")).out);
    const patched = treeOf(at(""));
    repo.run("checkout", "-q", ".");
    damage();
    await verify("--fix");
    deepEqual(differing(patched, treeOf(at(""))), []);
  });

  it("makes empty folders for a target that needs them alone, and rewrites addresses that lead elsewhere", async () => {
    const clone = join(folder, "clone");
    gitIn(folder, "clone", "-q", folder, clone);
    const verifyClone = (...args: string[]) => runHere(["verify", ...args], { cwd: join(clone, "project") });
    const before = treeOf(clone);
    await verifyClone("--fix");
    deepEqual(differing(before, treeOf(clone)), [`project/${TWICE}`]);
    const shown = await verifyClone("--fix", "--dry-run", "--target", "mlflow-3.18");
    match(shown.out, /^# makes the folder "mlruns\//);
    apply(shown.out);
    const { code, out } = await verifyClone("--fix", "--target", "mlflow-3.18", "--rule", "MLR110", "--rule", "MLR425");
    equal(code, 0, out);
    match(out, /MLflow 3\.18 opens all of it/);
    const changed = differing(before, treeOf(clone)).filter((path) => path !== `project/${TWICE}`);
    ok(changed.length > 40);
    for (const path of changed) match(path, /\/(params|metrics|artifacts|meta\.yaml)$/);
    const metas = changed.filter((path) => path.endsWith("meta.yaml"));
    for (const path of metas) {
      const added = gitIn(clone, "diff", "-U0", "--", path)
        .split("\n")
        .filter((line) => /^[-+][^-+]/.test(line));
      equal(added.length, 2);
      match(added[1] ?? "", /^\+artifact_(uri|location): file:\/\/\//);
      ok(added[1]?.includes(encodeURI(join(clone, "project", "mlruns"))));
    }
    equal(metas.length, 5);
  });

  it("says what it left alone and why, and exits 1 while an error is left", async () => {
    writeFileSync(at(`${OTHER}/meta.yaml`), "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> b\n");
    writeFileSync(at(`${OTHER}/metrics/new`), "1709");
    const { out, code } = await verify("--fix");
    equal(code, 1);
    match(out, /left alone \S+metrics\/new: Nothing would be left of the file/);
    match(out, /error MLR103 .*conflict/);
  });

  it("keeps its lines apart from a report for machines, and mends only the rule that was named", async () => {
    damage();
    const { out, err, code } = await verify("--fix", "--format", "json", "--rule", "MLR111");
    equal(code, 0);
    deepEqual(JSON.parse(out).findings, []);
    equal(err, `mended ${OTHER}/metrics/.gitkeep: Delete the stray files\n`);
    equal(readFileSync(at(`${OTHER}/meta.yaml`), "utf8"), "");
  });

  it("says what is wrong with its own command line", async () => {
    match((await verify("--dry-run")).err, /give both/);
    match((await verify("--fix", "-n", "-f", "json")).err, /leave out --format/);
    equal((await verify("--dry-run")).code, 2);
  });
});
