import { equal } from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { load } from "js-yaml";
import { parseYaml } from "../../../../src/core/files/yaml.ts";
import { yamlScalar } from "../../../../src/core/files/yamlScalar.ts";

const recorded: readonly (readonly [text: string, written: string])[] = JSON.parse(
  readFileSync("test/fixtures/yaml-scalars.json", "utf8"),
);

describe("a text in a metadata file", () => {
  it("is written as MLflow writes it, to the byte", () => {
    for (const [text, written] of recorded) equal(`run_name: ${yamlScalar(text, 10, 2)}\n`, written);
  });

  it("is read back whatever it is, by ours and by another YAML", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const written = `run_name: ${yamlScalar(text, 10, 2)}\n`;
        equal(parseYaml("meta.yaml", written).fields.get("run_name") ?? "", text);
      }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        equal(String((load(`run_name: ${yamlScalar(text, 10, 2)}\n`) as { run_name: unknown }).run_name), text);
      }),
    );
  });
});
