import { deepEqual, equal } from "node:assert/strict";
import { ghostOf } from "../../../../src/core/index/ghost.ts";
import { type RecordSpec, record } from "../../../support/record.ts";
import { tableContext } from "../../../support/tableContext.ts";

function ghost(specs: readonly RecordSpec[], key = "loss"): string | null {
  const found = ghostOf(tableContext(specs.map(record)), { store: "/s", experiment: "0", run: "live" }, key);
  return found?.run ?? null;
}

const LIVE: RecordSpec = { folder: "live", status: "RUNNING", metrics: { rmse: 0.1, loss: 1 } };

describe("the run behind a live one", () => {
  it("is the best finished one of the experiment that has the metric drawn", () => {
    equal(
      ghost([
        LIVE,
        { folder: "worse", metrics: { rmse: 0.5, loss: 1 } },
        { folder: "best", metrics: { rmse: 0.3, loss: 1 } },
        { folder: "failed", status: "FAILED", metrics: { rmse: 0.2, loss: 1 } },
        { folder: "without", metrics: { rmse: 0.1 } },
        { folder: "gone", lifecycle: "deleted", metrics: { rmse: 0.1, loss: 1 } },
        { folder: "elsewhere", experiment: "1", metrics: { rmse: 0.1, loss: 1 } },
      ]),
      "best",
    );
  });

  it("is the newest of several that are equal", () => {
    const equals = ["a", "b", "c"].map((folder, i) => ({
      folder,
      start: i === 1 ? 9 : i,
      metrics: { rmse: 0.3, loss: 1 },
    }));
    equal(ghost([LIVE, ...equals]), "b");
  });

  it("is none where none finished, or where nobody knows which is best", () => {
    deepEqual(ghost([LIVE]), null);
    deepEqual(ghost([LIVE, { folder: "a", metrics: { rmse: Number.NaN, loss: 1 } }]), null);
    deepEqual(
      ghost(
        [
          { folder: "live", metrics: { thing: 1 } },
          { folder: "a", metrics: { thing: 1 } },
        ],
        "thing",
      ),
      null,
    );
  });
});
