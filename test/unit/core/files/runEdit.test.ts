import { deepEqual, equal, throws } from "node:assert/strict";
import { EditRefused, fileEdits, withField } from "../../../../src/core/files/runEdit.ts";

const META = "end_time: 5\nexperiment_id: '1'\nrun_id: abc\nrun_name: old\nstatus: 3\ntags: []\nuser_id: u\n";

describe("a change of a run", () => {
  it("renames in the metadata and in the tag, and touches nothing else", () => {
    deepEqual(fileEdits({ kind: "rename", name: "new: name" }, META), [
      { path: "meta.yaml", text: META.replace("run_name: old", "run_name: 'new: name'") },
      { path: "tags/mlflow.runName", text: "new: name" },
    ]);
  });

  it("replaces a name of several lines, keeps Windows' line ends, and puts a missing name where MLflow sorts it", () => {
    equal(withField("a: 1\nrun_name: 'two\n\n  lines'\nz: 2\n", "run_name", "x"), "a: 1\nrun_name: x\nz: 2\n");
    equal(withField("a: 1\r\nrun_name: y\r\nz: 2\r\n", "run_name", "x"), "a: 1\r\nrun_name: x\r\nz: 2\r\n");
    equal(withField("a: 1\nz: 2\n", "run_name", "x"), "a: 1\nrun_name: x\nz: 2\n");
    equal(withField("a: 1\nrun_name:", "run_name", "x"), "a: 1\nrun_name: x\n");
  });

  it("leaves alone what it cannot change safely", () => {
    throws(() => withField("<<<<<<< HEAD\nrun_name: a\n=======\n", "run_name", "x"), EditRefused);
    throws(() => withField("{run_name: a, b: c}\n", "run_name", "x"), EditRefused);
    throws(() => withField("run_name: &a b\nz: *a\n", "run_name", "x"), EditRefused);
    throws(() => withField("", "run_name", "x"), EditRefused);
  });

  it("sets and removes tags whose keys are plain paths", () => {
    deepEqual(fileEdits({ kind: "set-tag", key: "team/größe 1", value: "a\nb " }, ""), [
      { path: "tags/team/größe 1", text: "a\nb " },
    ]);
    deepEqual(fileEdits({ kind: "remove-tag", key: "x.y" }, ""), [{ path: "tags/x.y", text: null }]);
  });

  it("refuses keys that MLflow refuses, above all those that lead elsewhere", () => {
    const keys = ["", ".", "..", "../x", "a/../b", "/a", "a/", "a//b", "a\\b", "a\nb", "a'b", "x".repeat(251), "a\0b"];
    for (const key of keys) throws(() => fileEdits({ kind: "set-tag", key, value: "" }, ""), EditRefused, key);
    for (const key of keys) throws(() => fileEdits({ kind: "remove-tag", key }, ""), EditRefused, key);
  });

  it("refuses values over MLflow's limit, half characters and empty names", () => {
    throws(() => fileEdits({ kind: "set-tag", key: "k", value: "x".repeat(8001) }, ""), /8000/);
    throws(() => fileEdits({ kind: "set-tag", key: "k", value: "\ud800" }, ""), EditRefused);
    throws(() => fileEdits({ kind: "rename", name: "  " }, META), EditRefused);
  });
});
