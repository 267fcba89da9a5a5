import { deepEqual, equal, match } from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { builtCli, runBuilt } from "./commandLine.ts";
import { smallStore } from "./store.ts";

describe("the built command line", () => {
  const store = smallStore();
  before(() => builtCli());

  it("says its version, and how it is used, with examples", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    equal((await runBuilt(["--version"])).out, `${version}\n`);
    for (const argv of [["--help"], ...["ls", "runs", "show", "export"].map((name) => [name, "--help"])]) {
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

  it("ends in silence when its reader has seen enough", async () => {
    const child = spawn(process.execPath, [await builtCli(), "export", "test/fixtures/3.18.0-file"], { stdio: "pipe" });
    let err = "";
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    child.stdout.destroy();
    const [code] = await once(child, "close");
    deepEqual([code, err], [0, ""]);
  });

  it("needs no more than what is beside it", async () => {
    const text = readFileSync(await builtCli(), "utf8");
    const modules = new Set([...text.matchAll(/require\("([^"]+)"\)/g)].map((match) => match[1] ?? ""));
    deepEqual(
      [...modules].filter(
        (name) => !/^(node:)?(fs|path|url|util|os|events|tty|process|timers|module|crypto|buffer|stream)/.test(name),
      ),
      [],
    );
  });
});
