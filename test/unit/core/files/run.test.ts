import { deepEqual, equal, ok } from "node:assert/strict";
import { scanRun } from "../../../../src/core/files/run.ts";
import { drive } from "./memoryScan.ts";

const PLACE = { experiment: "7", run: "r", experimentDeleted: false };

function read(status: string) {
  const meta = `run_id: r\nexperiment_id: '7'\nstart_time: 1700000000000\n${status}`;
  const { result } = drive(scanRun(PLACE, false), { "7/r/meta.yaml": meta });
  ok(result);
  return result;
}

describe("the status of a run in a file", () => {
  it("is MLflow's code", () => {
    const { info, problems } = read("status: 3\r\n");
    equal(info.status, "FINISHED");
    deepEqual(problems, []);
  });
  it("is RUNNING where there is none", () => {
    for (const line of ["", "status:\n"]) {
      const { info, problems } = read(line);
      equal(info.status, "RUNNING");
      deepEqual(problems, []);
    }
  });
  it("is a problem where MLflow would stumble, and read as meant where that is clear", () => {
    const statuses = { FINISHED: "FINISHED", killed: "KILLED", "2.0": "RUNNING", "9": "RUNNING", "0x3": "RUNNING" };
    for (const [given, expected] of Object.entries(statuses)) {
      const { info, problems } = read(`status: ${given}\n`);
      equal(info.status, expected, given);
      deepEqual(
        problems.map(({ code, file }) => [code, file]),
        [["malformed", "7/r/meta.yaml"]],
      );
    }
  });
});
