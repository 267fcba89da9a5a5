import { deepEqual, equal, ok } from "node:assert/strict";
import { toAssessment } from "../../../../src/core/files/assessment.ts";
import { parseNestedYaml } from "../../../../src/core/files/nestedYaml.ts";

describe("parseNestedYaml", () => {
  const map = (text: string) => parseNestedYaml("f", text).map;

  it("reads scalars as PyYAML wrote them", () => {
    deepEqual(map("a: 1\nb: -1.5\nc: 1.0e+22\nd: true\ne: null\nf: .nan\ng: -.inf\n"), {
      a: 1,
      b: -1.5,
      c: 1e22,
      d: true,
      e: null,
      f: Number.NaN,
      g: Number.NEGATIVE_INFINITY,
    });
  });

  it("keeps as text what PyYAML leaves plain because it is text to it", () => {
    deepEqual(map("a: 1e5\nb: 0o17\nc: '1'\nd: 12e03\ne: yes-no\n"), {
      a: "1e5",
      b: "0o17",
      c: "1",
      d: "12e03",
      e: "yes-no",
    });
  });

  it("says what is wrong: empty, no map, not YAML, conflict markers", () => {
    const code = (text: string) => parseNestedYaml("f", text).problems[0]?.code;
    deepEqual(
      [code(" \n"), code("- a\n"), code("a: [\n"), code("<<<<<<< A\na: 1\n=======\na: 2\n>>>>>>> B\n")],
      ["empty", "malformed", "malformed", "conflict"],
    );
  });

  it("ends in depth and in aliases that would grow without end", () => {
    equal(parseNestedYaml("f", `a: ${"[".repeat(5000)}`).readable, false);
    equal(parseNestedYaml("f", "a: &a [x]\nb: [*a, *a]\n").readable, false);
  });

  it("takes a key that is a word of JavaScript's objects for a key", () => {
    const { map: found, problems } = parseNestedYaml("f", "__proto__:\n  x: 1\n");
    deepEqual(problems, []);
    ok(Object.hasOwn(found, "__proto__"));
    equal(Object.getPrototypeOf(found), Object.prototype);
  });
});

describe("toAssessment", () => {
  it("finds the value in feedback, expectation or issue", () => {
    deepEqual(toAssessment({ assessment_name: "a", feedback: { value: 1 } }), { name: "a", value: 1 });
    deepEqual(toAssessment({ assessment_name: "a", expectation: { value: ["x"] } }), { name: "a", value: ["x"] });
    deepEqual(toAssessment({ assessment_name: "a", issue: { issue_name: "slow" } }), { name: "a", value: "slow" });
    equal(toAssessment({ feedback: { value: 1 } }), null);
  });

  it("reads a value kept as JSON text, and shows the text where that is broken", () => {
    const expectation = (value: string) =>
      toAssessment({ assessment_name: "a", expectation: { serialized_value: { value } } })?.value;
    deepEqual(expectation('{"k": [1]}'), { k: [1] });
    equal(expectation("{"), "{");
  });
});
