import { deepEqual, equal } from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mended } from "../../../../src/core/verify/fix/mended.ts";
import { buildStore } from "../../../support/store.ts";
import { findingsOf } from "../../../support/verifying.ts";
import { temporaryFolder } from "../disk/tree.ts";

describe("line ends of a metric file", () => {
  const folder = temporaryFolder();

  async function found(text: string) {
    const store = join(folder.path, "mlruns");
    const built = buildStore(store, { experiments: [{ name: "e", runs: [{ metrics: { loss: [3, 2, 1] } }] }] });
    const file = join(built.experiments[0]?.runs[0]?.folder ?? "", "metrics", "loss");
    writeFileSync(file, text);
    const findings = await findingsOf(store);
    return { file, own: findings.filter(({ rule }) => rule === "MLR216") };
  }

  it("are told where they are of two kinds, and can be made one", async () => {
    const { file, own } = await found("1 3 0\r\n2 2 1\n3 1 2\r\n");
    deepEqual(
      own.map(({ message, severity }) => [message, severity]),
      [["2 of 3 lines end as on Windows.", "info"]],
    );
    const [finding] = own;
    deepEqual(
      finding?.fix?.edits.map(({ kind }) => kind),
      ["line-ends"],
    );
    equal(Buffer.from(mended(readFileSync(file), [{ kind: "line-ends" }])).toString(), "1 3 0\n2 2 1\n3 1 2\n");
  });

  it("are nothing to speak of where all are those of Windows, as Git checks files out there", async () => {
    deepEqual((await found("1 3 0\r\n2 2 1\r\n")).own, []);
    deepEqual((await found("1 3 0\n2 2 1\n")).own, []);
  });
});
