import { deepEqual, equal, throws } from "node:assert/strict";
import { posix, win32 } from "node:path";
import { sharedFolder } from "../../../../src/editor/verify/base.ts";
import { choiceOf, requestOf, targetOfVersion, USUAL } from "../../../../src/editor/verify/choice.ts";

describe("what is chosen to be verified", () => {
  it("is the data, every value, where nothing is said, whatever a menu hands over", () => {
    for (const given of [undefined, null, "x", {}, { kind: "store" }]) deepEqual(choiceOf(given), USUAL);
    deepEqual(requestOf(USUAL), { target: { kind: "data" }, level: "full", only: null });
  });

  it("is taken from arguments, and refused in one sentence", () => {
    const choice = choiceOf({ target: "mlflow-3.18", level: "bytes" });
    deepEqual(requestOf(choice), { target: { kind: "mlflow", major: 3, minor: 18 }, level: "bytes", only: null });
    throws(() => choiceOf({ target: "mlflow" }), /^Error: The target is data, migration, or a version/);
    throws(() => choiceOf({ target: 3 }), /^Error: The target is/);
    throws(() => choiceOf({ level: "deep" }), /^Error: The level is quick, full or bytes\.$/);
  });

  it("is a version as people write it", () => {
    for (const text of ["3.18", " v3.18 ", "3.18.0", "3.18.0rc1"]) equal(targetOfVersion(text), "mlflow-3.18", text);
    for (const text of ["", "3", "latest", "3.x", "3.18; rm"]) equal(targetOfVersion(text), null, text);
  });
});

describe("the folder that findings are below", () => {
  it("is that of all stores, or the one they share", () => {
    equal(sharedFolder([], posix), null);
    equal(sharedFolder(["/w/a"], posix), "/w/a");
    equal(sharedFolder(["/w/a", "/w/a"], posix), "/w/a");
    equal(sharedFolder(["/w/a", "/w/ab"], posix), "/w");
    equal(sharedFolder(["/w/a", "/w/a/..b"], posix), "/w/a");
    equal(sharedFolder(["/w/a", "/x"], posix), "/");
    equal(sharedFolder(["C:\\w\\a", "c:\\W\\b"], win32), "C:\\w");
    equal(sharedFolder(["C:\\w\\a", "D:\\x"], win32), "C:\\w\\a");
  });
});
