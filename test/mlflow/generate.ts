import fc from "fast-check";
import type { Case, Section } from "../support/mlflow/cases.ts";

/** What MLflow is asked: a case without answers. */
export type Asked = Omit<Case, "file" | "sqlite">;

/** Words of the fixtures, of the language, and odd ones. */
const KEYS: Readonly<Record<Section, readonly string[]>> = {
  runs: [
    ...[
      "metrics.loss",
      "metrics.accuracy",
      "metrics.`val/loss`",
      "metrics.`all nan`",
      "metrics.up",
      "metrics.down",
      "metric.rmse",
    ],
    ...[
      "params.learning_rate",
      "params.model",
      "params.`two lines`",
      "params.`looks like a number`",
      "params.größe",
      "param.nobody",
    ],
    ...["tags.team", "tags.`mlflow.parentRunId`", "tag.html", "tags.mlflow.user", "tags.`ünïcode.tag`", "tags.nobody"],
    ...[
      "run_id",
      "run_name",
      "status",
      "start_time",
      "end_time",
      "user_id",
      "artifact_uri",
      "attributes.created",
      "attr.`Run Name`",
    ],
    ...["dataset.name", "dataset.digest", "datasets.context"],
  ],
  order_by: [],
  experiments: [
    "name",
    "experiment_id",
    "creation_time",
    "last_update_time",
    "tags.team",
    "tag.empty",
    "attribute.name",
  ],
  registered_models: ["name", "tags.domain", "tags.`mlflow.prompt.is_prompt`", "attribute.name", "tag.nobody"],
  model_versions: ["name", "run_id", "source_path", "version_number", "tags.validated", "attribute.version_number"],
  logged_models: [
    ...["name", "model_id", "model_type", "status", "source_run_id", "creation_timestamp", "last_updated_timestamp"],
    ...["params.depth", "tags.kind", "tags.i", "metrics.acc"],
  ],
};

const ODD_KEYS = [
  ...[
    "acc",
    "foo.bar",
    "metrics.val/loss",
    "metrics.no step",
    "params.a.b",
    "params.order",
    "params.in",
    "params.1a",
    "params.11a",
    "Metrics.loss",
  ],
  ...[
    "`params`.model",
    "'params'.model",
    "params.",
    ".loss",
    "params.ключ",
    "params.f(x)",
    "params.a[1]",
    "params.a::b",
    "metrics.`created`",
    "timestamp",
  ],
];
const COMPARATORS = ["=", "!=", "<", "<=", ">", ">=", "LIKE", "ILIKE", "IN", "NOT IN", "IS NULL", "IS NOT NULL"];
const ODD_COMPARATORS = [
  "==",
  "<>",
  "!>",
  "NOT LIKE",
  "like",
  "ilike",
  "in",
  "not  in",
  "is null",
  "IS",
  "RLIKE",
  "~",
  ":=",
  "",
];
const NUMBERS = [
  "0",
  "0.5",
  "1",
  "-1",
  "0.75",
  "1e3",
  ".1",
  "5.",
  "1709193808000",
  "1709194000000.0",
  "1e400",
  "2",
  "10",
];
const TEXTS = [
  ...[
    "'0.1'",
    "'0.01'",
    "'risk'",
    "'churn'",
    "'sweep'",
    "'FAILED'",
    "'READY'",
    "'train-set'",
    "'training'",
    "'retail'",
    "'true'",
    "'false'",
    "'yes'",
  ],
  ...[
    "'0'",
    "'2'",
    "''",
    "'{crashed}'",
    "'{sweep}'",
    "'alice'",
    '"o\'hara"',
    "'churn-classifier'",
    "'linear'",
    "'classifier'",
  ],
];
const LISTS = [
  "('{crashed}')",
  "('{crashed}', '{sweep}')",
  "('0', '1')",
  "('churn-classifier',)",
  "('train-set' 'x')",
  "()",
  "(1)",
  "('a', b)",
];
const ODD_VALUES = [
  ...[
    "abc",
    "NULL",
    "true",
    "`x`",
    "'it''s'",
    "'a\\'b'",
    "'unclosed",
    "+1",
    "0x1F",
    "1_000",
    "nan",
    "- 1",
    "1 2",
    "'a' 'b'",
    "date 'x'",
    "٣",
    "?",
    "-7d",
  ],
  ...["'😀_'", "'%\n%'", "1.5.2", "('a'", "$$x$$", "x.y", "current_date"],
];
const JOINTS = [" AND ", " AND ", " AND ", " AND ", " and ", " ", "\nAND\t"];
const ODD_JOINTS = [
  " OR ",
  ", ",
  "; ",
  " AND NOT ",
  " -- c\nAND ",
  " /* c */ AND ",
  " AND AND ",
  "AND",
  " GO ",
  ")",
  " AS ",
];

/** A pattern of pieces that the fixtures' texts hold. */
const pattern = fc
  .array(
    fc.constantFrom(
      "%",
      "_",
      "%",
      "a",
      "e",
      "o",
      "s",
      "E",
      "A",
      "ä",
      "Ä",
      "1",
      ".",
      "-",
      "\n",
      "train",
      "li",
      "✓",
      " ",
    ),
    { maxLength: 6 },
  )
  .map((pieces) => `'${pieces.join("")}'`);

const mostly = (usual: readonly string[], odd: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof({ arbitrary: fc.constantFrom(...usual), weight: 20 }, { arbitrary: fc.constantFrom(...odd), weight: 1 });

const NUMERIC =
  /^(?:metrics?\.|start_time|end_time|attributes\.created|creation_|last_update|version_number|attribute\.version)/;

/** A value that fits the key, seldom another. */
function valueFor(key: string, comparator: string): fc.Arbitrary<string> {
  if (/null$/i.test(comparator)) return fc.constant("");
  const usual = NUMERIC.test(key) ? fc.constantFrom(...NUMBERS) : fc.oneof(fc.constantFrom(...TEXTS), pattern);
  const fitting = /in$/i.test(comparator) ? fc.constantFrom(...LISTS) : /like$/i.test(comparator) ? pattern : usual;
  const odd = fc.constantFrom(...ODD_VALUES, ...NUMBERS, ...TEXTS);
  return fc.oneof({ arbitrary: fitting, weight: 15 }, { arbitrary: odd, weight: 1 });
}

/** What keys are usually compared by. */
function comparatorFor(key: string): fc.Arbitrary<string> {
  const texts = ["=", "!=", "LIKE", "ILIKE", ...(/^(?:param|tag)/.test(key) ? ["IS NULL", "IS NOT NULL"] : [])];
  const lists = /^(?:run_id|dataset|experiment_id|name$|model_id)/.test(key) ? ["IN", "NOT IN"] : [];
  return mostly(NUMERIC.test(key) ? COMPARATORS.slice(0, 6) : [...texts, ...lists], [
    ...ODD_COMPARATORS,
    ...COMPARATORS,
  ]);
}

const comparison = (section: Section): fc.Arbitrary<string> =>
  fc.tuple(mostly(KEYS[section], ODD_KEYS), fc.constantFrom(" ", " ", " ", "", "  ")).chain(([key, space]) =>
    comparatorFor(key).chain((comparator) =>
      valueFor(key, comparator).map((value) => {
        const gap = /^\w/.test(comparator) ? space || " " : space;
        return `${key}${gap}${comparator}${gap}${value}`;
      }),
    ),
  );

const filter = (section: Section): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(comparison(section), mostly(JOINTS, ODD_JOINTS)), { minLength: 0, maxLength: 3 })
    .map((parts) => parts.map(([text, joint], i) => (i < parts.length - 1 ? text + joint : text)).join(""));

/** Anything at all, made of pieces of the language. */
const jumble = fc
  .array(
    fc.constantFrom(
      ...KEYS.runs,
      ...ODD_KEYS,
      ...COMPARATORS,
      ...ODD_COMPARATORS,
      ...ODD_VALUES,
      ...ODD_JOINTS,
      "(",
      ")",
      "'",
      '"',
      "`",
      "\\",
      "case",
      "end",
    ),
    {
      maxLength: 8,
    },
  )
  .map((pieces) => pieces.join(" "));

const ORDER_KEYS: Readonly<Record<Exclude<Section, "logged_models">, readonly string[]>> = {
  runs: KEYS.runs,
  order_by: KEYS.runs,
  experiments: KEYS.experiments,
  registered_models: ["name", "timestamp", "last_updated_timestamp", "creation_timestamp", "attribute.name"],
  model_versions: ["name", "version_number", "creation_timestamp", "last_updated_timestamp"],
};

const order = (section: Exclude<Section, "logged_models">): fc.Arbitrary<string[]> =>
  fc.array(
    fc
      .tuple(
        mostly(ORDER_KEYS[section], ODD_KEYS),
        mostly(["", " ASC", " DESC", " desc"], [" foo", "  ASC", " ", " DESC NULLS LAST", ";"]),
      )
      .map(([key, direction]) => key + direction),
    { maxLength: 3 },
  );

const modelOrder = fc.array(
  fc.record({
    field_name: mostly(
      ["name", "model_id", "creation_timestamp", "metrics.acc", "status", "last_updated_timestamp"],
      ["foo", "params.depth", "metrics.", ""],
    ),
    ascending: fc.boolean(),
  }),
  { maxLength: 2 },
);

/** A case of a section. */
export function cases(section: Section): fc.Arbitrary<Asked> {
  const asks = section === "order_by" ? "runs" : section;
  const text = fc.oneof({ arbitrary: filter(asks), weight: 9 }, { arbitrary: jumble, weight: 1 });
  const order_by: fc.Arbitrary<readonly unknown[]> = section === "logged_models" ? modelOrder : order(section);
  const asked = fc.record({ filter: section === "order_by" ? fc.constant("") : text, order_by });
  if (section === "logged_models" || section === "registered_models" || section === "model_versions") return asked;
  const view_type = fc.constantFrom("ACTIVE_ONLY", "ACTIVE_ONLY", "ALL", "DELETED_ONLY");
  return fc.tuple(asked, view_type).map(([one, view]) => ({ ...one, view_type: view }) as Asked);
}
