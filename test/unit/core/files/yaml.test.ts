import assert from "node:assert/strict";
import fc from "fast-check";
import { FAILSAFE_SCHEMA, load, nullCoreTag } from "js-yaml";
import { parseYaml } from "../../../../src/core/files/yaml.ts";

const SCHEMA = FAILSAFE_SCHEMA.withTags(nullCoreTag);

function fields(text: string): Record<string, string | null> {
  const read = parseYaml("meta.yaml", text);
  assert.deepEqual(read.problems, [], text);
  return Object.fromEntries(read.fields);
}

describe("metadata files", () => {
  it("keeps every scalar as text", () => {
    const text =
      "experiment_id: 340552200834895538\nrun_id: 1234567890123456e5\nrun_name: 1e-3\nstage: None\nodd: 0o17\n";
    assert.deepEqual(fields(text), {
      experiment_id: "340552200834895538",
      run_id: "1234567890123456e5",
      run_name: "1e-3",
      stage: "None",
      odd: "0o17",
    });
  });

  it("tells plain null from the texts null and empty", () => {
    assert.deepEqual(fields("a: null\nb: 'null'\nc:\nd: ''\ne: ~\n"), { a: null, b: "null", c: null, d: "", e: null });
  });

  it("reads quotes, folds, escapes and maps by a real parser", () => {
    const text = "a: 'it''s'\nb: \"\\U0001F680\"\nc: one two\n  three\ntags: {}\nlist: []\n";
    assert.deepEqual(fields(text), { a: "it's", b: "🚀", c: "one two three" });
    const nested = parseYaml("m", "id: x\ntags:\n  mlflow.data.context: training\n");
    assert.deepEqual(nested.maps.get("tags"), [{ key: "mlflow.data.context", value: "training" }]);
  });

  it("reads CRLF and a byte-order mark", () => {
    assert.deepEqual(fields("\ufeffa: 1\r\nb: x y\r\n"), { a: "1", b: "x y" });
  });

  it("says why a file cannot be read, and keeps what can be made out", () => {
    const conflict = parseYaml("m", "<<<<<<< HEAD\nname: a\n=======\nname: b\n>>>>>>> x\nrun_id: r\n");
    assert.equal(conflict.readable, false);
    assert.equal(conflict.problems[0]?.code, "conflict");
    assert.equal(conflict.problems[0]?.line, 1);
    assert.equal(conflict.fields.get("run_id"), "r");
    assert.equal(parseYaml("m", "").problems[0]?.code, "empty");
    assert.equal(parseYaml("m", "\n \n").problems[0]?.code, "empty");
    const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n";
    assert.equal(parseYaml("m", pointer).problems[0]?.code, "lfs-pointer");
    const broken = parseYaml("m", "a: b\nc: [1, 2\nd: e\n");
    assert.equal(broken.problems[0]?.code, "malformed");
    assert.ok((broken.problems[0]?.line ?? 0) >= 2);
    assert.equal(broken.fields.get("a"), "b");
    assert.equal(parseYaml("m", "- a\n- b\n").problems[0]?.code, "malformed");
    assert.equal(parseYaml("m", "a: !!python/object/apply:os.system ['x']\n").readable, false);
  });

  it("agrees with a YAML parser wherever it does not need one", () => {
    const character = fc.constantFrom(..."ab0nulNUL-?:#'\"[]{},&*!|>%@`~ =.\\/+();_\r\u2028".split(""));
    const scalar = fc.array(character, { maxLength: 8 }).map((chars) => chars.join(""));
    fc.assert(
      fc.property(fc.array(scalar, { maxLength: 3 }), (scalars) => {
        const text = scalars.map((value, i) => `k${i}: ${value}\n`).join("");
        const read = parseYaml("m", text);
        if (!read.readable) return;
        const expected = load(text, { schema: SCHEMA }) as Record<string, unknown> | null;
        for (const [key, value] of read.fields) assert.equal(value, expected?.[key] ?? null, JSON.stringify(text));
      }),
      { numRuns: 3000 },
    );
  });

  it("never throws, whatever the text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseYaml("m", text)));
    const deep = `a: ${"[".repeat(20_000)}`;
    assert.equal(parseYaml("m", deep).readable, false);
  });
});
