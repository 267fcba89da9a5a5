import { equal } from "node:assert/strict";
import { RUN_STATUSES } from "../../../../src/core/model/run.ts";
import { shownStatus, statusOf } from "../../../../src/core/model/status.ts";

describe("a run's status", () => {
  it("is read from codes and names", () => {
    equal(statusOf("3"), "FINISHED");
    equal(statusOf(" 1\r\n"), "RUNNING");
    equal(statusOf("failed"), "FAILED");
    for (const [i, status] of RUN_STATUSES.entries()) {
      equal(statusOf(status), status);
      equal(statusOf(String(i + 1)), status);
    }
  });

  it("is null where it is none of MLflow's", () => {
    for (const text of ["", "0", "6", "03", "3.0", "0x3", "1e0", "DONE", "null"]) equal(statusOf(text), null, text);
  });

  it("is shown live only while it runs, and unreadable whatever it says", () => {
    equal(shownStatus("RUNNING", true, true), "live");
    equal(shownStatus("RUNNING", false, true), "unfinished");
    equal(shownStatus("FINISHED", true, true), "finished");
    equal(shownStatus("SCHEDULED", false, true), "scheduled");
    equal(shownStatus("FAILED", false, true), "failed");
    equal(shownStatus("KILLED", false, true), "killed");
    equal(shownStatus("RUNNING", true, false), "unreadable");
  });
});
