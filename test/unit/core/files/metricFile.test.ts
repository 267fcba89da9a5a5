import assert from "node:assert/strict";
import fc from "fast-check";
import { MetricReading, readMetric } from "../../../../src/core/files/metricFile.ts";
import { Points } from "../../../../src/core/files/metricPoints.ts";
import { summarise } from "../../../../src/core/model/metric.ts";

function read(text: string | Uint8Array, withHistory = true) {
  const data = Buffer.from(text);
  // Other files stand before and after in the drivers' buffer.
  const around = Buffer.concat([Buffer.from("77 88 99\n12"), data, Buffer.from("34 5 6\n7 8 9\n")]);
  const points = withHistory ? new Points() : null;
  const file = { op: "read", data: around, start: 11, end: 11 + data.length, cut: false } as const;
  const found = readMetric("loss", "r/metrics/loss", file, points);
  return { ...found, history: found.summary && points ? points.of("loss") : null };
}

function readByPieces(text: string, lengths: Iterator<number>) {
  const data = Buffer.from(text);
  const points = new Points();
  const reading = new MetricReading("r/metrics/loss", points);
  for (let from = 0, isLast = false; !isLast; ) {
    // Drivers use their buffer again once they are asked for more.
    const piece = Buffer.concat([
      Buffer.from("1 2"),
      data.subarray(from, from + lengths.next().value),
      Buffer.from("3\n"),
    ]);
    const end = piece.length - 2;
    isLast = from + end - 3 >= data.length;
    from += reading.take({ op: "read", data: piece, start: 3, end, cut: !isLast }, isLast);
    if (!isLast) piece.fill(0x37);
  }
  const found = reading.end("loss");
  return { ...found, history: found.summary && points.of("loss") };
}

function points(text: string): number[][] {
  const { history } = read(text);
  if (!history) return [];
  return Array.from(history.values, (value, i) => [history.timestamps[i] ?? 0, value, history.steps[i] ?? 0]);
}

function reasons(text: string): (string | number | null)[][] {
  return read(text).problems.map(({ line, reason }) => [line, reason]);
}

describe("a metric file", () => {
  it("reads timestamp, value and step a line", () => {
    assert.deepEqual(points("1709193600000 0.5 0\n1709193601000 -1e-30 1\n"), [
      [1709193600000, 0.5, 0],
      [1709193601000, -1e-30, 1],
    ]);
  });

  it("reads the two fields of 0.x at step 0 and the five of 3.x at their own step", () => {
    assert.deepEqual(points("1560000000 0.5\n1560000001 0.25\n"), [
      [1560000000, 0.5, 0],
      [1560000001, 0.25, 0],
    ]);
    assert.deepEqual(points("1 0.5 7 train 44bacedc\n"), [[1, 0.5, 7]]);
    assert.deepEqual(read("1 0.5 7 train 44bacedc\n").problems, []);
  });

  it("reads the value of a line whose dataset name has a space, and says that MLflow does not", () => {
    const { summary, problems } = read("1 0.5 7 my data 44bacedc\n");
    assert.equal(summary?.last.step, 7);
    assert.equal(problems[0]?.severity, "warning");
  });

  it("reads what Python writes and accepts", () => {
    const values = "nan inf -inf -0.0 1_000 Infinity -Infinity NaN +2 .5 5. 1E3 1.5e+300 3".split(" ");
    const expected = [NaN, Infinity, -Infinity, -0, 1000, Infinity, -Infinity, NaN, 2, 0.5, 5, 1000, 1.5e300, 3];
    const found = points(values.map((value, i) => `1 ${value} ${i}\n`).join(""));
    assert.deepEqual(
      found.map((point) => point[1]),
      expected,
    );
  });

  it("reads CRLF, steps backwards, negative and beyond 2^32", () => {
    assert.deepEqual(points("1 2 3\r\n1 2 -7\r\n1 2 10000000000\r\n"), [
      [1, 2, 3],
      [1, 2, -7],
      [1, 2, 10_000_000_000],
    ]);
  });

  it("takes the last by step, then timestamp, then value, as MLflow does", () => {
    assert.equal(read("300 1 3\n200 2 2\n100 3 1\n").summary?.last.value, 1);
    assert.equal(read("0 0.1 5\n10 0.3 5\n10 0.2 5\n").summary?.last.value, 0.3);
    assert.ok(Number.isNaN(read("1 nan 1\n1 2 1\n").summary?.last.value));
    assert.equal(read("1 2 1\n1 nan 1\n").summary?.last.value, 2);
  });

  it("names the line that cannot be read and reads all others", () => {
    const text = "1 0.5 0\n\nx 1 2\n1 y 2\n1 2 z\n1  2 3\nabc\n1.5 2 3\n2 0.25 1\n";
    const { summary, problems } = read(text);
    assert.equal(summary?.count, 2);
    assert.deepEqual(
      problems.slice(0, 5).map((problem) => problem.line),
      [2, 3, 4, 5, 6],
    );
    assert.match(problems[5]?.reason ?? "", /^2 more lines/);
    assert.match(String(reasons("1 0.5 0\n\n")[0]?.[1]), /blank/);
    assert.match(String(reasons("1.5 2 3\n")[0]?.[1]), /timestamp/);
  });

  it("tells a line cut short from the two fields of 0.x", () => {
    assert.deepEqual(points("1 0.5 0\n2 0.2"), [[1, 0.5, 0]]);
    assert.match(String(reasons("1 0.5 0\n2 0.2")[0]?.[1]), /cut short/);
    assert.deepEqual(points("1 0.5 0\n2 0.25 1"), [
      [1, 0.5, 0],
      [2, 0.25, 1],
    ]);
    assert.deepEqual(points("1 0.5\n2 0.25"), [
      [1, 0.5, 0],
      [2, 0.25, 0],
    ]);
  });

  it("names conflict markers once and reads both sides", () => {
    const { summary, problems } = read("1 1 0\n<<<<<<< HEAD\n2 2 1\n=======\n2 3 1\n>>>>>>> theirs\n");
    assert.equal(summary?.count, 3);
    assert.equal(problems.filter((problem) => problem.code === "conflict").length, 1);
  });

  it("reports an empty file and one long line without reading it as numbers", () => {
    assert.equal(read("").problems[0]?.code, "empty");
    assert.equal(read("9".repeat(5_000_000)).problems[0]?.code, "metric-line");
    assert.equal(read(Buffer.alloc(100_000)).summary, null);
  });

  it("gives every double exactly as Python wrote it, with and without points", () => {
    const value = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), (values) => {
        const text = values.map((item, i) => `${i} ${python(item)} ${i % 3}\n`).join("");
        const { history, summary } = read(text);
        assert.deepEqual(Array.from(history?.values ?? []), values);
        const short = read(text, false).summary;
        assert.deepEqual(short, summary);
        assert.deepEqual(short, history && { ...summarise(history) });
      }),
      { numRuns: 500 },
    );
  });

  it("reads the same piece by piece as whole, however the pieces fall and whatever the lines are", () => {
    const odd = fc.constantFrom(
      "",
      "x y z",
      "5 1.5",
      "7 2 3 4",
      "<<<<<<< HEAD",
      "9".repeat(9000),
      `1 ${"9".repeat(17)} 2`,
    );
    const plain = fc
      .tuple(fc.nat(9), fc.double({ noNaN: true }))
      .map(([step, value]) => `${step} ${python(value)} ${step}`);
    const line = fc.oneof({ weight: 6, arbitrary: plain }, odd);
    const texts = fc.tuple(
      fc.array(line, { maxLength: 400 }),
      fc.constantFrom("\n", "\r\n"),
      fc.constantFrom("", "\n", "\n5 0."),
    );
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.integer({ min: 4500, max: 9000 })), ([lines, newline, last], lengths) => {
        const text = lines.join(newline) + last;
        assert.deepEqual(readByPieces(text, lengths), read(text));
      }),
    );
  });

  it("tells values apart that differ in the last digit", () => {
    const close = fc.tuple(fc.double({ min: 0.1, max: 10, noNaN: true }), fc.integer({ min: -3, max: 3 }));
    fc.assert(
      fc.property(fc.array(close, { minLength: 2, maxLength: 10 }), (pairs) => {
        const values = pairs.map(([base, ulps]) => (pairs[0]?.[0] ?? base) + ulps * 2 ** -52);
        const text = values.map((item) => `1 ${python(item)} 1\n`).join("");
        const { summary } = read(text, false);
        assert.equal(summary?.min, Math.min(...values));
        assert.equal(summary?.max, Math.max(...values));
        assert.equal(summary?.last.value, Math.max(...values));
      }),
    );
  });

  it("never throws, whatever the bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (data) => void read(data)));
    const alphabet = fc.constantFrom(..."0123456789.-+eE nainf\n\r<=>_\0x".split(""));
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 80 }), (chars) => void read(chars.join(""))),
      { numRuns: 1000 },
    );
  });
});

/** `repr` of a float as Python writes it. */
function python(value: number): string {
  if (Object.is(value, -0)) return "-0.0";
  const text = String(value);
  return /e/.test(text) ? text.replace(/e([+-])(\d)$/, "e$10$2") : Number.isInteger(value) ? `${text}.0` : text;
}
