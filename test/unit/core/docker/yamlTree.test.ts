import { deepEqual, equal, ok } from "node:assert/strict";
import { entry, itemsOf, member, type YamlNode } from "../../../../src/core/docker/yamlNode.ts";
import { readYamlTree } from "../../../../src/core/docker/yamlTree.ts";

function rootOf(text: string): YamlNode | undefined {
  const tree = readYamlTree(text, "compose.yaml");
  return tree.ok ? (tree.root ?? undefined) : undefined;
}

function faultOf(text: string): string | null {
  const tree = readYamlTree(text, "compose.yaml");
  return tree.ok ? null : `${tree.line}: ${tree.reason}`;
}

/** Texts, lists and maps as JavaScript has them. */
function plain(node: YamlNode | undefined): unknown {
  if (node === undefined || node.kind === "text") return node?.text;
  if (node.kind === "list") return node.items.map(plain);
  return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, plain(value)]));
}

describe("readYamlTree", () => {
  it("keeps every scalar as text and knows null", () => {
    const text = "a: 1e3\nb: '1'\nc: ~\nd:\ne: 22:22\nf: \"null\"\n";
    deepEqual(plain(rootOf(text)), { a: "1e3", b: "1", c: null, d: null, e: "22:22", f: "null" });
  });

  it("follows aliases and merge keys, what stands there itself first", () => {
    const text = "x: &x { a: 1, b: 2 }\ny: { <<: *x, b: 3 }\nz: { <<: [*x, { c: 4 }] }\nw: *x\n";
    deepEqual(plain(rootOf(text)), {
      x: { a: "1", b: "2" },
      y: { b: "3", a: "1" },
      z: { a: "1", b: "2", c: "4" },
      w: { a: "1", b: "2" },
    });
  });

  for (const [name, text] of [
    ["lines that end in LF", "\ufeffa:\n  - x\n  - 'y': >\n      z\n"],
    ["lines that end in CRLF", "\ufeffa:\r\n  - x\r\n  - 'y': >\r\n      z\r\n"],
  ] as const) {
    it(`knows line and column of keys and values in ${name}`, () => {
      const list = entry(rootOf(text), "a");
      const [x, y] = itemsOf(list?.value);
      deepEqual([x?.at.line, x?.at.column], [2, 5]);
      const z = member(y, "y");
      deepEqual([z?.at.line, z?.at.column, z?.at.file], [4, 7, "compose.yaml"]);
    });
  }

  it("keeps the line ends of a folded text's deeper lines, as a shell then sees them", () => {
    deepEqual(plain(rootOf('c: >\n  bash -c "\n    a\n    b\n  "\n')), { c: 'bash -c "\n  a\n  b\n"\n' });
  });

  it("passes over tags of Compose", () => {
    deepEqual(plain(rootOf("a: !reset null\nb: !override [x]\n")), { a: null, b: ["x"] });
  });

  for (const [text, fault] of [
    ["a: [", "1: is no YAML"],
    ["a: 1\nb: 2\na: 3\n", '3: has the key "a" twice in one place'],
    ["a: *b\n", "1: uses the alias *b, which stands for nothing before it"],
    ["a: &a\n  b: *a\n", "2: uses the alias *a"],
    ["a:\n\tb: 1\n", "2: is no YAML"],
    ["<<<<<<< HEAD\na: 1\n=======\n", "2: is no YAML"],
  ] as const) {
    it(`says what is wrong with ${JSON.stringify(text)}`, () =>
      ok(faultOf(text)?.startsWith(fault), faultOf(text) ?? ""));
  }

  const bomb = `a0: &a0 [x]\n${Array.from({ length: 60 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`).join("\n")}\n`;
  const merges = `m0: &m0 { k: v }\n${Array.from({ length: 400 }, (_, i) => `m${i + 1}: &m${i + 1} { <<: *m${i}, k${i}: v }`).join("\n")}\n`;
  for (const [name, text] of [
    ["a bomb of aliases", bomb],
    ["a chain of merges", merges],
    ["brackets without an end", "[".repeat(500_000)],
    ["a thousand times a thousand aliases", `a: &a x\nb: [${"*a,".repeat(300_000)}]`],
    ["a line of 1 MB", `services: { a: { image: ${"x".repeat(1_000_000)} } }`],
    ["a line of more than 1 MiB", `a: ${"x".repeat(1 << 20)}`],
    ["escapes without an end", `a: "${"\\u".repeat(400_000)}`],
    ["maps without an end", "a: {".repeat(200_000)],
    ["blanks", " ".repeat(1_000_000)],
  ] as const) {
    it(`is not overwhelmed by ${name}`, () => {
      const tree = readYamlTree(text, "compose.yaml");
      equal(typeof tree.ok, "boolean");
    });
  }
});
