import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { comparisonsOf } from "../../../../src/core/query/expression.ts";
import { outcomeOf } from "../../../../src/core/query/fault.ts";
import { readFilterText } from "../../../../src/core/query/filterBox.ts";
import { LANGUAGES, type Subject } from "../../../../src/core/query/language.ts";
import { readFilter } from "../../../../src/core/query/readFilter.ts";
import { text } from "./sql/texts.ts";

const SUBJECTS = Object.keys(LANGUAGES) as Subject[];

/** Comparisons in short, or what is wrong. */
function read(written: string, subject: Subject = "runs"): string {
  const outcome = outcomeOf(() => readFilter(written, subject));
  if (!outcome.ok) return outcome.problem.kind;
  return comparisonsOf(outcome.value)
    .map((one) => one.fault?.kind ?? `${one.entity} ${one.key} ${one.comparator} ${JSON.stringify(one.value)}`)
    .join(" & ");
}

/** What the problem is said about, and what is suggested for it. */
function place(written: string): readonly [string, string | null] | null {
  const outcome = outcomeOf(() => readFilter(written, "runs"));
  const problem = outcome.ok ? comparisonsOf(outcome.value).find((one) => one.fault)?.fault : outcome.problem;
  return problem ? [written.slice(problem.from, problem.to), problem.suggestion] : null;
}

const READ: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  "comparisons, all of which hold, AND between them or not": [
    ["", ""],
    ["AND", ""],
    ["metrics.a > 1 AND params.b = 'x'", 'metric a > 1 & param b = "x"'],
    ["and metrics.a > 1 metrics.b < 2 AND AND", "metric a > 1 & metric b < 2"],
  ],
  "entities by all their names, keys bare or quoted": [
    ["metric.a = 1", "metric a = 1"],
    ["parameter.a = 'x'", 'param a = "x"'],
    ["`tags`.a = 'x'", 'tag a = "x"'],
    ["run.status = 'x'", 'attribute status = "x"'],
    ["metrics.`a b` = 1", "metric a b = 1"],
    ["metrics.'a b' = 1", "metric a b = 1"],
    ['params."a/b" = "x"', 'param a/b = "x"'],
    ["params.a.b.c = 'x'", 'param a.b.c = "x"'],
    ["params.`'a'` = 'x'", "param 'a' = \"x\""],
  ],
  "other names of attributes, of keys of all entities too": [
    ["created > 1", "attribute start_time > 1"],
    ["attributes.`Run Name` = 'x'", 'attribute run_name = "x"'],
    ["metrics.created > 1", "metric start_time > 1"],
  ],
  "texts without escapes": [
    ["params.a = 'o''hara'", `param a = "o''hara"`],
    ["params.a = 'a\\'b'", `param a = "a\\\\'b"`],
    ['params.a = "it\'s"', `param a = "it's"`],
  ],
  "numbers, lists and nothing": [
    ["metrics.a > -1.5e-3", "metric a > -0.0015"],
    ["metrics.a = ٣", "metric a = 3"],
    ["run_id not in ('a', 'b')", 'attribute run_id NOT IN ["a","b"]'],
    ["dataset.context IN ('a')", 'dataset context IN ["a"]'],
    ["tags.a is not null AND params.b IS NULL", "tag a IS NOT NULL null & param b IS NULL null"],
    ["params.a b IS NULL", "param a b IS NULL null"],
  ],
};

const REFUSED: Readonly<Record<string, readonly string[]>> = {
  "invalid-clause": [
    ...[
      "metrics.a",
      "metrics.a >",
      "metrics.a > 1 OR metrics.b > 1",
      "(metrics.a > 1)",
      "NOT metrics.a > 1",
      "metrics.a > 1;",
      "metrics.a > +1",
    ],
    ...[
      "metrics.a b > 1",
      "metrics.a > 1, metrics.b > 1",
      "metrics.a BETWEEN 0 AND 1",
      "metrics.a > 1 -- c",
      "metrics.in > 1",
      "metrics.a > 0x1F",
    ],
    ...["params.a IS NOT  NULL", "params.a ISNULL", "hello world", "order = 'x'", "params.a = true", "run_id IN 'x'"],
  ],
  "invalid-comparison": [
    "metrics.a/b > 1",
    "1 > metrics.a",
    "'metrics.a' > 1",
    "metrics.a > 1 = 2",
    "metrics.a > 1 /* c */ AND metrics.b > 1",
  ],
  "invalid-comparator": [
    "metrics.a == 1",
    "metrics.a <> 1",
    "params.a > 'x'",
    "params.a NOT LIKE 'x'",
    "status > 'x'",
    "start_time LIKE 1",
  ],
  "invalid-entity": ["Metrics.a > 1", "foo.a = 'x'", "\"params\".a = 'x'", "params .a = 'x'"],
  "invalid-attribute": ["acc > 1", "experiment_id = '1'", "lifecycle_stage = 'x'", "attributes.`a b` = 'x'"],
  "invalid-dataset-key": ["dataset.source = 'x'"],
  "unquoted-value": [
    "params.a = 1",
    "params.a = x",
    "params.a = `x`",
    "params.a = NULL",
    "status = RUNNING",
    "params.a IN ('x')",
    "dataset.name = 1",
  ],
  "not-a-number": [
    "metrics.a > '1'",
    "metrics.a > abc",
    "metrics.a > nan",
    "start_time > '1'",
    "metrics.a LIKE 'x'",
    "start_time IN (1)",
  ],
  "list-not-supported": ["status IN ('a')", "user_id = ('a')"],
  "bad-list": ["run_id IN ()", "run_id IN (1)", "run_id IN ('a', b)", "dataset.name IN (`a`)"],
  "null-not-supported": ["metrics.a IS NULL", "status IS NOT NULL", "dataset.name IS NULL"],
  "multiple-statements": ["metrics.a > 1; metrics.b > 1"],
  other: [" ", "(".repeat(150) + ")".repeat(150)],
};

describe("MLflow's filters of runs", () => {
  for (const [title, cases] of Object.entries(READ)) {
    it(`are ${title}`, () => {
      for (const [written, expected] of cases) equal(read(written), expected, written);
    });
  }

  for (const [kind, cases] of Object.entries(REFUSED)) {
    it(`are refused as ${kind}`, () => {
      for (const written of cases) equal(read(written), kind, written);
    });
  }

  it("are refused with the place and, where it is plain, with what was meant", () => {
    deepEqual(place("metrics.a > 1 AND params.lr = 0.1"), ["0.1", "'0.1'"]);
    deepEqual(place("metrics.a > '0.5'"), ["'0.5'", "0.5"]);
    deepEqual(place("status = RUNNING"), ["RUNNING", "'RUNNING'"]);
    deepEqual(place("  Metrics.a > 1"), ["Metrics", "metrics"]);
    deepEqual(place("metrics.a == 1"), ["==", "="]);
    deepEqual(place("metrics.a <> 1"), ["<>", "!="]);
    deepEqual(place("metrics.a > 1 OR metrics.b > 1"), ["OR", null]);
    deepEqual(place("metrics.f1 score > 0.8"), ["metrics.f1 score", "metrics.`f1 score`"]);
    deepEqual(place("metrics.a > +1"), ["> +1", null]);
    deepEqual(place("metrics.a > 1 AND params.lr"), ["params.lr", null]);
    deepEqual(place("params.a = 'x AND status = 'y'"), ["y", null]);
    deepEqual(place("metrics.val/loss < 1"), ["metrics.val/loss", "metrics.`val/loss`"]);
    deepEqual(place("'metrics.loss' < 1"), ["'metrics.loss'", "metrics.loss"]);
    deepEqual(place("metrics.a BETWEEN 0 AND 1"), ["BETWEEN", null]);
    deepEqual(place("dataset.source = 'x'"), ["source", null]);
    deepEqual(place("metrics.a > 1; x"), ["x", null]);
  });

  it("answer, whatever the text, comparisons or a problem whose place lies in it and whose reason is a sentence", () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...SUBJECTS), (written, subject) => {
        const outcome = outcomeOf(() => readFilter(written, subject));
        const problems = outcome.ok
          ? comparisonsOf(outcome.value).flatMap(({ fault }) => fault ?? [])
          : [outcome.problem];
        for (const { from, to, reason } of problems) {
          equal(from >= 0 && from <= to && to <= written.length, true, JSON.stringify([written, from, to]));
          equal(/^[^a-z].*[.]$/s.test(reason) && reason.length < 300, true, reason);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a problem with a long text", () => {
  const long = "x".repeat(50_000);
  const TEXTS = [
    long,
    `${long} = 'x'`,
    `${long}.a = 'x'`,
    `metrics.a > ${long}`,
    `metrics.a ${"=".repeat(9000)} 1`,
    `metrics.a > 1 ${long}`,
  ];
  for (const written of [
    ...TEXTS,
    `params.a = '${long}' OR 1`,
    `run_id IN (${long})`,
    `dataset.${long} = 'x'`,
    `metrics.a b${long} > 1`,
  ]) {
    it(`is said in short: ${written.slice(0, 30)}`, () => {
      for (const subject of SUBJECTS) {
        const outcome = outcomeOf(() => readFilter(written, subject));
        const found = outcome.ok ? comparisonsOf(outcome.value).find(({ fault }) => fault)?.fault : outcome.problem;
        equal((found?.reason.length ?? 0) < 300, true, found?.reason);
        const text = readFilterText(written);
        equal(text.kind !== "invalid" || text.problem.reason.length < 400, true);
      }
    });
  }
});

describe("MLflow's filters of other things", () => {
  const CASES: readonly (readonly [Subject, string, string])[] = [
    ["experiments", "attributes.`name` LIKE 'a%' AND tag.b IS NULL", 'attribute name LIKE "a%" & tag b IS NULL null'],
    ["experiments", "experiment_id IN ('0')", 'attribute experiment_id IN ["0"]'],
    ["experiments", "attr.name = 'x'", "invalid-entity"],
    ["experiments", "name IN ('x')", "list-not-supported"],
    ["experiments", "experiment_id = 0", "unquoted-value"],
    ["experiments", "name IS NULL", "null-not-supported"],
    ["registered_models", "name IN ('x') AND tags.a != 'b'", 'attribute name IN ["x"] & tag a != "b"'],
    ["registered_models", "attribute.`name` = 'x'", "invalid-attribute"],
    ["registered_models", "attributes.name = 'x'", "invalid-entity"],
    ["registered_models", "tags.a IS NULL", "other"],
    [
      "model_versions",
      "version_number >= '10' AND run_id IN ('a')",
      'attribute version_number >= "10" & attribute run_id IN ["a"]',
    ],
    ["model_versions", "version_number = 2", "attribute version_number = 2"],
    ["model_versions", "version = 2", "invalid-clause"],
    ["model_versions", "name = 2", "list-not-supported"],
    ["logged_models", "metrics.acc > 0.5 AND status IN ('READY')", 'metric acc > 0.5 & attribute status IN ["READY"]'],
    ["logged_models", "name > 'a'", 'attribute name > "a"'],
    ["logged_models", "params.a IS NULL", "invalid-comparator"],
  ];
  for (const [subject, written, expected] of CASES) {
    it(`${subject}: ${written}`, () => equal(read(written, subject), expected));
  }
});
