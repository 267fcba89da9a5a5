import { deepEqual, equal, match } from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join } from "node:path";
import type { ExportData } from "../../../src/core/compare/export/exportData.ts";
import { fromEmbedded } from "../../../src/core/model/embeddedJson.ts";
import { builtCli, runBuilt } from "./commandLine.ts";
import { IDS, smallStore } from "./store.ts";

describe("the built command line", () => {
  const store = smallStore();
  before(() => builtCli());

  it("says its version, and how it is used, with examples", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    equal((await runBuilt(["--version"])).out, `${version}\n`);
    for (const argv of [
      ["--help"],
      ...["ls", "runs", "show", "compare", "export", "site"].map((name) => [name, "--help"]),
    ]) {
      const { code, out, err } = await runBuilt(argv);
      deepEqual([code, err], [0, ""]);
      match(out, /^Usage: mlflow-runs/m);
      match(out, /^Examples:$/m);
      for (const line of out.split("\n")) equal(line.length <= 120, true, line);
    }
  });

  it("writes data to standard output and all else to standard error", async () => {
    const { code, out, err } = await runBuilt(["runs", "--format", "json"], { cwd: store.folder });
    deepEqual([code, err], [0, ""]);
    equal(JSON.parse(out).runs.length, 4);
    const wrong = await runBuilt(["runs", "nowhere"], { cwd: store.folder });
    deepEqual([wrong.code, wrong.out], [2, ""]);
    equal(wrong.err.includes("\n    at "), false);
  });

  it("writes a comparison and a store as a page, out of the one beside it", async () => {
    const page = join(dirname(builtCli()), "export.html");
    writeFileSync(page, '<title>{{title}}</title><script type="application/json" id="data">{{data}}</script>');
    const dataOf = (html: string) => fromEmbedded(/id="data">(.*)<\/script>/s.exec(html)?.[1] ?? "null") as ExportData;
    const compared = await runBuilt(["compare", IDS.first, IDS.second, "--format", "html", "-b", IDS.second], {
      cwd: store.folder,
    });
    deepEqual([compared.code, compared.err], [0, ""]);
    const { comparison, pins, series } = dataOf(compared.out);
    deepEqual([comparison?.runs.length, comparison?.baseline, pins.baseline?.run], [2, 1, IDS.second]);
    deepEqual(
      series.map(({ values }) => [...values]),
      [[0.5, 0.4], [0.3]],
    );
    const site = await runBuilt(["site"], { cwd: store.folder });
    deepEqual([site.code, site.err], [0, ""]);
    deepEqual(
      dataOf(site.out).stores[0]?.experiments.map(({ name }) => name),
      ["churn", "tuning", "old"],
    );
    rmSync(page);
    const lost = await runBuilt(["site"], { cwd: store.folder });
    deepEqual([lost.code, lost.out], [2, ""]);
    match(lost.err, /^mlflow-runs: The page is missing/);
  });

  it("ends in silence when its reader has seen enough", async () => {
    const child = spawn(process.execPath, [builtCli(), "export", "test/fixtures/3.18.0-file"], { stdio: "pipe" });
    let err = "";
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    child.stdout.destroy();
    const [code] = await once(child, "close");
    deepEqual([code, err], [0, ""]);
  });

  it("needs no more than what is beside it", () => {
    const folder = dirname(builtCli());
    const scripts = readdirSync(folder).filter(
      (name) => name.endsWith(".js") && !/^(extension|editor-.*)\.js$/.test(name),
    );
    const asked = scripts.flatMap((name) =>
      [...readFileSync(join(folder, name), "utf8").matchAll(/require\("([^"]+)"\)/g)].map((match) => match[1] ?? ""),
    );
    const strange = [...new Set(asked)].filter(
      (name) =>
        !builtinModules.includes(name.replace(/^node:/, "")) && !scripts.some((script) => name === `./${script}`),
    );
    deepEqual(strange, []);
  });
});
