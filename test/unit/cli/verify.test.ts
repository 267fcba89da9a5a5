import { deepEqual, equal, match, ok } from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BuiltStore, buildStore } from "../../support/store.ts";
import { runHere } from "./commandLine.ts";

const PARENT = "0".repeat(32);

describe("mlflow-runs verify", () => {
  let folder: string;
  let built: BuiltStore;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "verify-"));
    const runs = Array.from({ length: 5 }, (_, i) => ({ name: `run-${i}`, metrics: { loss: [3, 2] } }));
    built = buildStore(join(folder, "mlruns"), { experiments: [{ name: "e", runs }] });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const verify = (...args: string[]) => runHere(["verify", ...args], { cwd: folder });
  const placeOf = (i: number) => {
    const place = built.experiments[0]?.runs[i]?.folder;
    ok(place);
    return place;
  };
  const damage = (i: number, text: string) => writeFileSync(join(placeOf(i), "meta.yaml"), text);

  it("says in one line that a healthy store is whole, and exits 0", async () => {
    deepEqual(await verify(), { out: "The data is whole: 1 store, 1 experiment, 5 runs.\n", err: "", code: 0 });
  });

  it("names what is damaged with file, rule and remedy, the verdict first, and exits 1", async () => {
    damage(1, "");
    const { out, code } = await verify();
    equal(code, 1);
    match(out, /^1 of 5 runs is damaged\.\n1 error\nmlruns\/\S+\/meta\.yaml: error MLR102 .*\n {2}Restore meta\.yaml/);
  });

  it("folds what repeats, unless all is asked for", async () => {
    for (let i = 0; i < 5; i++) damage(i, "");
    equal((await verify()).out.match(/MLR102/g)?.length, 3);
    match((await verify()).out, /… and 2 more like it, in 5 runs in all/);
    equal((await verify("--all")).out.match(/MLR102/g)?.length, 5);
  });

  it("heeds what the repository says of severities and accepted findings", async () => {
    damage(0, "");
    const file = `mlruns${placeOf(0).slice(built.folder.length)}/meta.yaml`;
    const config = (verify: unknown) => writeFileSync(join(folder, ".mlflow-runs.json"), JSON.stringify({ verify }));
    config({ rules: { MLR102: "warning" } });
    equal((await verify()).code, 0);
    equal((await verify("--fail-on", "warning")).code, 1);
    config({ rules: { MLR102: "off" } });
    match((await verify()).out, /^The data is whole/);
    config({ baseline: [`MLR102 ${file}`] });
    equal((await verify("--fail-on", "info")).code, 0);
    equal(JSON.parse((await verify("--format", "json")).out).summary.accepted, 1);
  });

  it("says the same in every format", async () => {
    damage(2, "a: [\n");
    const report = JSON.parse((await verify("-f", "json")).out);
    equal(report.summary.errors, 1);
    deepEqual(
      (await verify("-f", "jsonl")).out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
      report.findings,
    );
    const sarif = JSON.parse((await verify("-f", "sarif")).out).runs[0];
    equal(sarif.results[0].ruleId, "MLR103");
    equal(sarif.tool.driver.rules[sarif.results[0].ruleIndex].id, "MLR103");
    equal(sarif.results[0].locations[0].physicalLocation.artifactLocation.uri, report.findings[0].file);
    match((await verify("-f", "junit")).out, /<testsuites [^>]*failures="1"[\s\S]*<failure type="MLR103"/);
    match((await verify("-f", "github")).out, /^::error file=mlruns\/\S+meta\.yaml,line=\d+,title=MLR103 /);
    match((await verify("-f", "markdown")).out, /^# 1 of 5 runs is damaged\\?\.\n/);
  });

  it("shows parents that are nowhere, and circles", async () => {
    const ids = built.experiments[0]?.runs.map(({ id }) => id) ?? [];
    const parent = (i: number, id: string) => writeFileSync(join(placeOf(i), "tags", "mlflow.parentRunId"), id);
    parent(0, PARENT);
    parent(1, ids[2] ?? "");
    parent(2, ids[1] ?? "");
    const { findings } = JSON.parse((await verify("-f", "json")).out);
    deepEqual(
      findings.map(({ rule }: { rule: string }) => rule),
      ["MLR131", "MLR131", "MLR130"],
    );
  });

  it("looks at one rule where one is asked for", async () => {
    damage(0, "");
    equal((await verify("--rule", "mlr130")).code, 0);
    equal((await verify("--rule", "MLR102")).code, 1);
  });

  it("holds a server against the store: exits 1 where it is not up, and tells no password", async () => {
    const { out, err, code } = await verify(
      "--level",
      "quick",
      "--server",
      "http://ann:s3cret@127.0.0.1:9",
      "-f",
      "json",
    );
    equal(code, 1);
    equal(`${out}${err}`.includes("s3cret"), false);
    const { findings, server } = JSON.parse(out);
    deepEqual(
      findings.map(({ rule }: { rule: string }) => rule),
      ["MLR801"],
    );
    deepEqual(server, { url: "http://127.0.0.1:9", version: null });
    const wrong = await verify("--server", "ann:s3cret@127.0.0.1");
    deepEqual([wrong.code, wrong.err.includes("s3cret")], [2, false]);
    match(wrong.err, /--server is the address of an MLflow server, such as http:\/\/localhost:5000\./);
  });

  it("says what is wrong with its own command line", async () => {
    for (const [args, reason] of [
      [["--target", "mlflow"], /--target is/],
      [["--level", "deep"], /--level is/],
      [["--rule", "MLR999"], /no rule/],
      [["--format", "xml"], /--format is/],
      [["nowhere"], /nowhere/],
      [["--nonsense"], /Unknown option/],
    ] as const) {
      const { err, code } = await verify(...args);
      equal(code, 2);
      match(err, reason);
    }
    match((await verify("--help")).out, /Usage: mlflow-runs verify/);
  });
});
