import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { parsePoint } from "../../../../../src/core/files/oddLines.ts";
import { keyEntry } from "../../../../../src/core/verify/facts/keyEntry.ts";
import { FAULTS_KEPT, type MetricFacts, metricFacts } from "../../../../../src/core/verify/facts/metricFacts.ts";

const ENTRY = keyEntry("loss", "1/a/metrics/loss", "file");

/** The bytes stand in the middle of a larger buffer, as a driver's do. */
function factsOf(text: string): MetricFacts {
  const before = "7 7 7\n";
  const data = Buffer.from(`${before}${text}9 9 9\n`);
  const start = before.length;
  return metricFacts(ENTRY, { op: "read", data, start, end: start + Buffer.byteLength(text), cut: false });
}

/** Lines told from each other by a map of their texts: slow, and plainly right. */
function repeatsOf(text: string): MetricFacts["repeats"] {
  const seen = new Map<string, number>();
  const first: { line: number; of: number }[] = [];
  let count = 0;
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (const [i, raw] of lines.entries()) {
    const line = raw.replace(/\r$/, "");
    if (typeof parsePoint(line.split(" ")) === "string") continue;
    const of = seen.get(line);
    if (of === undefined) seen.set(line, i + 1);
    else if (count++ < FAULTS_KEPT) first.push({ line: i + 1, of });
  }
  return { first, count };
}

describe("the facts of a metric file", () => {
  const number = fc.constantFrom("0", "1", "-1", "0.5", "nan", "inf", "1e5", "1_000", "12345678901234567890");
  const line = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.tuple(fc.constantFrom("1", "2", "1700000000000"), number, fc.nat(3)).map((all) => all.join(" ")),
    },
    fc.tuple(fc.constantFrom("1", "2"), number).map((all) => all.join(" ")),
    fc.constantFrom("", "x", "1  2", "1 2 3 data digest", "1 2 x", "<<<<<<< HEAD"),
  );
  const text = fc
    .tuple(fc.array(fc.tuple(line, fc.constantFrom("\n", "\n", "\r\n")), { maxLength: 80 }), fc.boolean())
    .map(([lines, ends]) =>
      lines
        .map((parts) => parts.join(""))
        .join("")
        .slice(0, ends ? undefined : -1),
    );

  it("tell repeated lines as a map of all lines does", () => {
    fc.assert(
      fc.property(text, (content) => {
        // A last line without its step counts as cut, and is told as that alone.
        const facts = factsOf(content);
        if (facts.faults.every(({ kind }) => kind !== "cut-step")) deepEqual(facts.repeats, repeatsOf(content));
      }),
      { numRuns: 2000 },
    );
  });

  it("tell of many lines what they tell of few", () => {
    const lines = Array.from({ length: 30_000 }, (_, i) => `${i % 20_000} 0.5 0`);
    const { repeats, lines: count } = factsOf(`${lines.join("\n")}\n`);
    equal(count, 30_000);
    equal(repeats.count, 10_000);
    deepEqual(repeats.first[0], { line: 20_001, of: 1 });
  });

  it("count lines by their fields, and name the first of each", () => {
    const { forms, faults, lines } = factsOf("1 2 3\n1 2 3 data digest\n4 5\nx\n5 5 5\n");
    deepEqual([...forms].sort(), [
      [2, { count: 1, first: 3 }],
      [3, { count: 2, first: 1 }],
      [5, { count: 1, first: 2 }],
    ]);
    deepEqual(
      faults.map((fault) => [fault.line, fault.kind]),
      [[4, "malformed"]],
    );
    equal(lines, 5);
  });

  for (const [name, content, wanted] of [
    ["a line that does not end", "1 2 3\n4 5", { ends: false, crlf: 0 }],
    ["lines as on Windows", "1 2 3\r\n4 5 6\r\n", { ends: true, crlf: 2 }],
    ["the last line as on Windows", "1 2 3\n4 5 6 7\r\n", { ends: true, crlf: 1 }],
    ["plain lines", "1 2 3\n", { ends: true, crlf: 0 }],
  ] as const) {
    it(`say how lines end: ${name}`, () => {
      const { endsWithNewline, crlf } = factsOf(content);
      deepEqual({ ends: endsWithNewline, crlf }, wanted);
    });
  }

  it("tell a step that no database takes", () => {
    equal(factsOf("1 2 9223372036854775807\n1 2 3\n").largeStep, 1);
    equal(factsOf("1 2 999999999999999\n").largeStep, null);
  });
});
