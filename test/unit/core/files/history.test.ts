import { deepEqual } from "node:assert/strict";
import { scanHistory } from "../../../../src/core/files/history.ts";
import { drive, type Files } from "./memoryScan.ts";

const FILES: Files = {
  "0/abc/meta.yaml": { error: "EIO" },
  "0/abc/metrics/loss": "1700000000000 0.5 0\n1700000001000 0.25 1\n",
  "0/abc/metrics/val/loss": "1700000000000 NaN 0\n",
  "0/abc/metrics/broken": { error: "EIO" },
};

describe("the points of single metrics in a file store", () => {
  it("are read without the rest of the run", () => {
    const { result, batches } = drive(scanHistory("0", "abc", ["loss"]), FILES);
    deepEqual(
      result.map(({ key, values, steps }) => [key, [...values], [...steps]]),
      [["loss", [0.5, 0.25], [0, 1]]],
    );
    deepEqual(batches.at(-1), 1);
  });

  it("are found in folders too; what is not there or cannot be read is left out", () => {
    const { result } = drive(scanHistory("0", "abc", ["val/loss", "broken", "none"]), FILES);
    deepEqual(
      result.map(({ key }) => key),
      ["val/loss"],
    );
    deepEqual(drive(scanHistory("0", "gone", ["loss"]), FILES).result, []);
  });
});
