import assert from "node:assert/strict";
import { LIMITS } from "../../../../src/core/files/limits.ts";
import { scanTexts } from "../../../../src/core/files/texts.ts";
import { drive, type Files } from "./memoryScan.ts";

function texts(files: Files) {
  return drive(scanTexts("run/tags"), files).result;
}

describe("texts of a folder", () => {
  it("are read as they stand, by key and sorted", () => {
    const { entries, problems } = texts({ "run/tags/b": " 1\n", "run/tags/a/c": "", "run/tags/.DS_Store": "x" });
    assert.deepEqual(entries, [
      { key: "a/c", value: "" },
      { key: "b", value: " 1\n" },
    ]);
    assert.deepEqual(problems, []);
  });

  it("are read whole where they are long, and cut where they are longer than that", () => {
    const long = "x".repeat(200_000);
    const { entries, problems } = texts({ "run/tags/a": long, "run/tags/b": "y".repeat(LIMITS.text + 5) });
    assert.equal(entries[0]?.value, long);
    assert.equal(entries[1]?.value.length, LIMITS.text);
    assert.deepEqual(
      problems.map(({ code, severity }) => [code, severity]),
      [["limit", "warning"]],
    );
  });

  it("are bounded together, and the first that is too much is named", () => {
    const long = "x".repeat(LIMITS.text);
    const count = LIMITS.texts / LIMITS.text + 5;
    const files = Object.fromEntries(Array.from({ length: count }, (_, i) => [`run/tags/t${i}`, long]));
    const { entries, problems } = texts(files);
    const total = entries.reduce((sum, { value }) => sum + value.length, 0);
    assert.ok(total >= LIMITS.texts && total <= LIMITS.texts + LIMITS.text, String(total));
    assert.deepEqual(
      problems.filter(({ severity }) => severity === "error").map(({ code }) => code),
      ["limit"],
    );
  });

  it("that cannot be read are named beside the rest", () => {
    const { entries, problems } = texts({ "run/tags/a": "1", "run/tags/b": { error: "EACCES" } });
    assert.deepEqual(entries, [{ key: "a", value: "1" }]);
    assert.match(problems[0]?.reason ?? "", /permission denied/);
  });
});
