import { deepEqual } from "node:assert/strict";
import { readTexts } from "../../../../src/core/query/pythonTexts.ts";

describe("texts behind IN", () => {
  const READ: readonly (readonly [string, readonly string[] | null])[] = [
    ["('a')", ["a"]],
    ["('a',)", ["a"]],
    [`( "a" , 'b' )`, ["a", "b"]],
    ["()", []],
    ["('a' 'b')", ["ab"]],
    ["('it''s')", ["its"]],
    ["(('a'), ('b'))", ["a", "b"]],
    ["(('a', 'b'))", ["a", "b"]],
    [String.raw`('\x41\101\u00e9\U0001F600\n\d\'')`, ["AAé😀\n\\d'"]],
    [String.raw`(r'\n', u'b')`, ["\\n", "b"]],
    ["('''a\n\"b''')", ['a\n"b']],
    ["('a' # c\n, 'b')", ["a", "b"]],
    ["('a\\\nb')", ["ab"]],
    ["(a)", null],
    ["(1)", null],
    ["('a', 1)", null],
    ["(b'a')", null],
    ["(f'a')", null],
    ["(['a'])", null],
    ["(('a',),)", null],
    ["('a' /* c */)", null],
    ["(,)", null],
    ["('a',,'b')", null],
    ["('a' 'b'", null],
    ["('a\nb')", null],
    [String.raw`('\x4')`, null],
    [String.raw`('\U00110000')`, null],
    ["(`a`)", null],
    ["('a') 'b'", null],
    [`${"(".repeat(200)}'a'${")".repeat(200)}`, null],
  ];
  for (const [source, texts] of READ) {
    it(`${JSON.stringify(source.slice(0, 40))} ${texts ? `are ${JSON.stringify(texts)}` : "are none"}`, () =>
      deepEqual(readTexts(source), texts));
  }
});
