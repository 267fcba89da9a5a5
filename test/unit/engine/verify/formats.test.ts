import { deepEqual, equal, ok } from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Severity } from "../../../../src/core/model/finding.ts";
import { RULES } from "../../../../src/core/verify/checks.ts";
import { githubReport } from "../../../../src/core/verify/report/github.ts";
import { jsonReport } from "../../../../src/core/verify/report/json.ts";
import { junitReport } from "../../../../src/core/verify/report/junit.ts";
import { sarifReport } from "../../../../src/core/verify/report/sarif.ts";
import { textReport } from "../../../../src/core/verify/report/text.ts";
import type { Verification } from "../../../../src/core/verify/verified.ts";
import { verifyStores } from "../../../../src/engine/verify/verify.ts";
import { buildDamagedCrowd } from "../../../support/damage/crowd.ts";
import { junitFaults, sarifFaults } from "../../../support/schemas.ts";
import { buildStore } from "../../../support/store.ts";

/** Names that mean something to XML, URIs, workflow commands or terminals. */
const HOSTILE = [
  ...["a<b>&c", "\"quoted\" and 'more'", "]]>", "<!-- x", "&amp;", "%0A%25", "a%2e", "a,b=c:d", "::error file=x::y"],
  ...[
    "line\nbreak",
    "carriage\rreturn",
    "\u001b[31mred",
    "\u0001\u0008",
    "\u202ereversed",
    "\ufffe",
    "ü 実験 🚀",
    "#a?b",
  ],
  ...["--option", " leading and trailing ", "\u2028", `${"long".repeat(40)}(`],
];

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal obeys
const OBEYED = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/;

describe("reports in formats that others read", function () {
  this.timeout(60_000);
  let folder = "";
  const verifications: Verification[] = [];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "mlflow-runs-formats-"));
    buildDamagedCrowd(join(folder, "crowd"));
    buildHostile(join(folder, "hostile"));
    for (const name of ["crowd", "hostile"]) verifications.push(await verified(name));
    const [crowd] = verifications;
    if (crowd) verifications.push({ ...crowd, unfinished: "it was <interrupted> & \u0000 more." });
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  async function verified(name: string): Promise<Verification> {
    const ref = { key: join(folder, name), kind: "file", base: join(folder, name), label: name } as const;
    const request = { target: { kind: "data" }, level: "bytes", only: null } as const;
    const verification = await verifyStores(folder, [ref], request);
    equal(verification.unfinished, null);
    return verification;
  }

  it("are made of what is found in every damaged store, and under every hostile name", () => {
    const [crowd, hostile] = verifications;
    ok((crowd?.findings.length ?? 0) > 300);
    for (const name of HOSTILE) {
      ok(
        hostile?.findings.some(({ file }) => file.includes(name)),
        JSON.stringify(name),
      );
    }
  });

  it("are valid by the JSON schema of SARIF 2.1.0", function () {
    if (sarifFaults({}) === null) this.skip();
    for (const verification of verifications) {
      const report = JSON.parse(JSON.stringify(sarifReport(verification, RULES, "1.0.0")));
      deepEqual(sarifFaults(report), []);
      const places = report.runs[0].results.map(
        (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
          decodeURIComponent(result.locations[0]?.physicalLocation.artifactLocation.uri ?? ""),
      );
      deepEqual([...places].sort(), verification.findings.map(({ file }) => file || ".").sort());
    }
  });

  it("are refused by that schema where they are none", function () {
    const report = sarifReport(verifications[0] as Verification, RULES, "1.0.0");
    const broken = [
      { ...report, version: "2.0.0" },
      { ...report, runs: report.runs.map(({ tool: _, ...rest }) => rest) },
      { ...report, runs: report.runs.map((run) => ({ ...run, results: [{ message: { text: 1 } }] })) },
    ];
    for (const value of broken) {
      const faults = sarifFaults(value);
      if (faults === null) this.skip();
      ok(faults.length > 0);
    }
  });

  for (const failOn of ["error", "info"] as const satisfies readonly Severity[]) {
    it(`are valid by the XSD of JUnit, failing on ${failOn}`, async function () {
      for (const verification of verifications) {
        const faults = await junitFaults(junitReport(verification, RULES, failOn));
        if (faults === null) this.skip();
        deepEqual(faults, []);
      }
    });
  }

  it("are refused by that XSD where they are none", async function () {
    const report = junitReport(verifications[0] as Verification, RULES, "error");
    for (const broken of [
      report.replace("<testsuite ", "<suite "),
      report.replace('name="', "name="),
      `${report}<x/>`,
    ]) {
      const faults = await junitFaults(broken);
      if (faults === null) this.skip();
      ok(faults.length > 0);
    }
  });

  it("are one workflow command a line, with nothing that ends a property or a message", () => {
    for (const verification of verifications) {
      const lines = githubReport(verification, RULES).trimEnd().split("\n");
      for (const line of lines.slice(0, -1)) {
        const command = /^::(error|warning|notice) file=([^,:]*)(?:,line=\d+)?,title=([^,:]*)::(.*)$/.exec(line);
        ok(command, line);
        for (const part of command.slice(2)) ok(!/%(?!25|0D|0A|3A|2C)/.test(part), line);
        const file = unescaped(command[2] ?? "");
        ok(
          verification.findings.some((finding) => finding.file === file),
          file,
        );
      }
      ok(!/[\r\u2028]/.test(lines.at(-1) ?? ""));
    }
  });

  it("have nothing that a terminal would obey", () => {
    const plain = (text: string): string => text;
    const style = { bold: plain, error: plain, warning: plain, info: plain, dim: plain };
    for (const verification of verifications) {
      const lines = textReport(verification, RULES, { all: true, style }).split("\n");
      deepEqual(
        lines.filter((line) => OBEYED.test(line)),
        [],
      );
    }
  });

  it("say in JSON what was found, as it is named on disk", () => {
    for (const verification of verifications) {
      const { findings } = JSON.parse(JSON.stringify(jsonReport(verification)));
      equal(findings.length, verification.findings.length);
    }
  });
});

function unescaped(text: string): string {
  return text
    .replaceAll("%2C", ",")
    .replaceAll("%3A", ":")
    .replaceAll("%0A", "\n")
    .replaceAll("%0D", "\r")
    .replaceAll("%25", "%");
}

function buildHostile(store: string): void {
  const { experiments } = buildStore(store, { experiments: [{ runs: [{ params: { lr: "1" } }] }] });
  const run = experiments[0]?.runs[0];
  for (const name of HOSTILE) {
    const folder = join(run?.folder ?? "", "params", name);
    mkdirSync(folder);
    // No UTF-8: something is found in the folder whatever its name.
    writeFileSync(join(folder, "x"), Buffer.from([0xff, 0xfe]));
  }
}
