import { deepEqual, equal, ok } from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { parseCommandLine } from "../../../src/cli/args.ts";
import { parseVerify } from "../../../src/cli/verifyArgs.ts";
import { shellWords } from "../../../src/core/query/shellWords.ts";
import { ComposeFolder } from "../../support/composing.ts";

const README = readFileSync("README.md", "utf8");

/** Code of a language in fences. */
function blocks(language: string): string[] {
  return [...README.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map(([, text = ""]) => text);
}

/** What stands behind the program's name in a line, up to a comment, a redirection or what follows. */
function argumentsIn(line: string): readonly string[] | null {
  const found = /(?:^|\s)(?:mlflow-runs|node \S*cli\.js) (.*)$/.exec(line);
  return found === null ? null : shellWords((found[1] ?? "").replace(/\s+(#|>|\|\|).*$/, ""));
}

describe("the README", () => {
  it("shows commands that the program understands", () => {
    const commands = [...blocks("sh"), ...blocks("yaml")]
      .flatMap((text) => text.split("\n").flatMap((line) => [argumentsIn(line) ?? []]))
      .filter(({ length }) => length > 0);
    ok(commands.length > 20, String(commands.length));
    for (const [name = "", ...rest] of commands) {
      if (name === "verify") ok(parseVerify(rest), rest.join(" "));
      else equal(parseCommandLine([name, ...rest]).kind, "command", rest.join(" "));
    }
  });

  it("shows YAML and JSON that can be read", () => {
    for (const text of blocks("yaml")) ok(load(text), text);
    for (const text of blocks("json")) ok(JSON.parse(text), text);
    ok(blocks("yaml").length >= 3);
  });

  it("shows a stack that verify has nothing to say of", async () => {
    const folder = new ComposeFolder();
    try {
      mkdirSync(join(folder.path, "tools/mlflow-runs"), { recursive: true });
      const stack = blocks("yaml").find((text) => text.startsWith("services:"));
      deepEqual(await folder.rules(stack ?? ""), []);
    } finally {
      folder.remove();
    }
  });
});
