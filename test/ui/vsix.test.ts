import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { makeVsix, type Vsix } from "../host/vsix.ts";
import { demoFolder } from "./demoFolder.ts";
import { open, type Workbench } from "./workbench.ts";

describe("the package", function () {
  this.timeout(120_000);
  let vsix: Vsix;
  let workbench: Workbench | undefined;

  before(async () => {
    vsix = await makeVsix();
  });
  after(async () => {
    await workbench?.close();
    rmSync(vsix.path, { force: true });
  });

  it("is small and holds only the product", () => {
    const known = /^(dist|media|l10n)\/|^package(\.nls(\.[\w-]+)?)?\.json$|^(README|CHANGELOG|LICENSE)(\.md|\.txt)?$/i;
    assert.deepEqual(
      vsix.files.filter((file) => !known.test(file) || file.endsWith(".map")),
      [],
    );
    assert.ok(vsix.bytes < 1.5 * 1024 * 1024, `${vsix.bytes} bytes`);
  });

  it("shows the runs of a folder once it is installed", async () => {
    workbench = await open(await demoFolder(), { vsix: [vsix.path] });
    await workbench.openView("MLflow Runs");
    await workbench.rows(/^Experiment churn/).waitFor();
    await workbench.screenshot("vsix");
  });
});
