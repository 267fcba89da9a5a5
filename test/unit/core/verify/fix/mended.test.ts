import { deepEqual, equal, throws } from "node:assert/strict";
import fc from "fast-check";
import type { Rewrite } from "../../../../../src/core/model/finding.ts";
import { mended } from "../../../../../src/core/verify/fix/mended.ts";

const bytes = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const outcome = (text: string, ...rewrites: Rewrite[]) => Buffer.from(mended(bytes(text), rewrites)).toString("latin1");

describe("repeated lines", () => {
  const fix = { kind: "drop-repeats" } as const;

  it("are left once, the first of them, whatever lies between", () => {
    equal(outcome("1 0.5 0\n2 0.4 1\n1 0.5 0\n2 0.4 1\n3 0.3 2\n", fix), "1 0.5 0\n2 0.4 1\n3 0.3 2\n");
  });

  it("are compared without their ends, and what stays keeps its own", () => {
    equal(outcome("1 0.5 0\r\n1 0.5 0\n2 0.4 1\r\n2 0.4 1", fix), "1 0.5 0\r\n2 0.4 1\r\n");
  });

  it("that are no points stay: conflict markers, blank lines, bytes of any encoding", () => {
    const text = "<<<<<<< HEAD\n1 0.5 0\n=======\n\n\n\xff\xfe\n\xff\xfe\n=======\n";
    equal(outcome(text, fix), text);
  });

  it("are more than the report names one by one", () => {
    equal(outcome("1 0.5 0\n".repeat(500), fix), "1 0.5 0\n");
  });

  it("with five fields are points too, and other values of a step are none", () => {
    equal(outcome("1 2 3 d x\n1 2 3 d x\n1 2 3 d y\n1 2.0 3\n1 2 3\n", fix), "1 2 3 d x\n1 2 3 d y\n1 2.0 3\n1 2 3\n");
  });
});

describe("blank lines", () => {
  const fix = { kind: "drop-blank" } as const;

  it("go, with either end, and lines of spaces stay", () => {
    equal(outcome("\n1 0.5 0\n\r\n  \n\n2 0.4 1", fix), "1 0.5 0\n  \n2 0.4 1");
  });

  it("are never the whole of what is left", () => {
    throws(() => outcome("\n\n", fix), /Nothing would be left/);
  });
});

describe("a torn last line", () => {
  const fix = { kind: "cut-last" } as const;

  it("goes where it is no point, or has fewer fields than every other", () => {
    equal(outcome("1 0.5 0\n2 0.4 1\n3", fix), "1 0.5 0\n2 0.4 1\n");
    equal(outcome("1 0.5 0\r\n2 0.4 1\r\n3 0.", fix), "1 0.5 0\r\n2 0.4 1\r\n");
  });

  it("stays where it may be whole", () => {
    for (const text of ["1 0.5 0\n2 0.4 1", "1 0.5\n2 0.4", "1 0.5 0\n2 0.4\n", "1 0.5 0\n\xff 0.4 1\n", "", "1 0.5"]) {
      equal(outcome(text, fix), text);
    }
  });

  it("stays where it is a conflict's", () => {
    const text = "1 0.5 0\n>>>>>>> feature";
    equal(outcome(text, fix), text);
  });

  it("is not cut where nothing would be left", () => {
    throws(() => outcome("1709", fix), /Nothing would be left/);
  });
});

describe("other changes of lines", () => {
  it("make line ends plain, and nothing else of a return", () => {
    equal(outcome("a\r\nb\nc\r\r\nd\re\r\n\r\nf\r", { kind: "line-ends" }), "a\nb\nc\r\nd\re\n\nf\r");
  });

  it("set one key of metadata, with the file's own line ends and mark of byte order", () => {
    const fix = { kind: "set-field", key: "artifact_uri", value: "file:///here/a b" } as const;
    const text = "\xef\xbb\xbfartifact_uri: file:///there\r\nrun_name: gr\xc3\xbc\xc3\x9fe\r\n";
    equal(outcome(text, fix), text.replace("///there", "///here/a b"));
    equal(outcome(outcome(text, fix), fix), outcome(text, fix));
  });

  it("leave metadata alone that is broken, or no UTF-8", () => {
    const fix = { kind: "set-field", key: "artifact_uri", value: "x" } as const;
    throws(() => outcome("artifact_uri: [\n", fix), /by hand/);
    throws(() => outcome("artifact_uri: y\nrun_name: gr\xfc\xdfe\n", fix), /not UTF-8/);
  });

  it("add a line as the others end, once", () => {
    const fix = { kind: "add-line", line: "mlruns/** -text" } as const;
    equal(outcome("", fix), "mlruns/** -text\n");
    equal(outcome("*.png binary", fix), "*.png binary\nmlruns/** -text\n");
    equal(outcome("*.png binary\r\n", fix), "*.png binary\r\nmlruns/** -text\r\n");
    equal(outcome("mlruns/** -text\r\n*.png binary", fix), "mlruns/** -text\r\n*.png binary");
  });
});

const line = fc.oneof(
  fc.constantFrom(
    "",
    "1 0.5 0",
    "1 0.5 0\r",
    "2 nan 1",
    "1709 0.",
    "3",
    "<<<<<<< HEAD",
    "=======",
    "a b c",
    "\xff\x00",
    " ",
  ),
  fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)).map((fields) => fields.join(" ")),
);
const file = fc.tuple(fc.array(line, { maxLength: 30 }), fc.boolean()).map(([lines, ends]) => {
  return lines.join("\n") + (ends ? "\n" : "");
});
const rewrites = fc.uniqueArray(fc.constantFrom("drop-repeats" as const, "drop-blank" as const, "cut-last" as const));

describe("mending metric files of any content", () => {
  const linesOf = (text: string) => text.split(/(?<=\n)/);
  const mend = (text: string, kinds: readonly Rewrite["kind"][]): string | null => {
    try {
      return outcome(text, ...kinds.map((kind) => ({ kind }) as Rewrite));
    } catch (error) {
      equal((error as Error).name, "EditRefused");
      return null;
    }
  };

  it("only takes lines away, changes none and keeps their order", () => {
    fc.assert(
      fc.property(file, rewrites, (text, kinds) => {
        const left = mend(text, kinds);
        if (left === null || left === "") return;
        const before = linesOf(text);
        let at = 0;
        for (const kept of linesOf(left)) {
          at = before.indexOf(kept, at) + 1;
          equal(at > 0, true, kept);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("loses no value: each point that could be read can be read still, once", () => {
    fc.assert(
      fc.property(file, (text) => {
        const left = mend(text, ["drop-repeats", "drop-blank"]);
        if (left === null) return;
        const points = (of: string) =>
          of
            .split("\n")
            .map((one) => one.replace(/\r$/, ""))
            .filter((one) => /^\d+ \S+ \d+$/.test(one));
        deepEqual(points(left), [...new Set(points(text))]);
      }),
      { numRuns: 500 },
    );
  });

  it("does nothing the second time, and in either order the same", () => {
    fc.assert(
      fc.property(file, rewrites, (text, kinds) => {
        const once = mend(text, kinds);
        if (once === null) return;
        equal(mend(once, kinds), once);
        const deletions = kinds.filter((kind) => kind !== "cut-last");
        equal(mend(text, deletions), mend(text, deletions.toReversed()));
      }),
      { numRuns: 500 },
    );
  });
});
