import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import type { RunKeys } from "../../../../src/core/model/views.ts";
import { filterOfWords, readFilterText } from "../../../../src/core/query/filterBox.ts";
import { text } from "./sql/texts.ts";

const key = (name: string) => ({ key: name, runs: 3, values: [] });
const KEYS: RunKeys = {
  metrics: [key("acc"), key("val/loss")],
  params: [key("lr"), key("learning_rate")],
  tags: [key("owner")],
  attributes: [key("run_id")],
  datasets: [],
};

describe("readFilterText", () => {
  const kind = (written: string): string => readFilterText(written, KEYS).kind;
  const words = (written: string): readonly string[] | null => {
    const read = readFilterText(written, KEYS);
    return read.kind === "words" ? read.words : null;
  };

  it("knows nothing from words, and words from expressions", () => {
    deepEqual(["", "  \n"].map(kind), ["all", "all"]);
    deepEqual(
      ["loss", "baseline v2", "AND", "metrics.acc", "done!", "a - b", "people like me", "it's in there"].map(kind),
      [...Array.from({ length: 8 }, () => "words")],
    );
    deepEqual(["metrics.acc > 0.5", "status = 'FAILED' OR start_time > -1d", "tags.x IS NULL"].map(kind), [
      ...["expression", "expression", "expression"],
    ]);
    deepEqual(
      ["acc > 0.5", "lr=0.1", "metrics.acc > ", "params.lr LIKE x", "run_id IN (1)", "tags.owner is null or"].map(kind),
      [...["invalid", "invalid", "words", "invalid", "invalid", "invalid"]],
    );
  });

  it("keeps words in quotes together, and never takes them for an expression", () => {
    deepEqual(words('"lr=0.1" b'), ["lr=0.1", "b"]);
    deepEqual(words("'two words'  \"it's\""), ["two words", "it's"]);
    deepEqual(words("o'hara 5\""), ["o'hara", '5"']);
  });

  it("makes a filter that looks for any words", () => {
    for (const written of ["lr=0.1 a", "metrics.acc > 1", `it's "x"`, "a"]) {
      const wanted = written.split(" ");
      deepEqual(
        words(filterOfWords(written)),
        wanted.length === 3 && wanted[1] === ">" ? ["metrics.acc", ">", "1"] : wanted,
      );
    }
  });

  const suggestion = (written: string): string | null => {
    const read = readFilterText(written, KEYS);
    return read.kind === "invalid" ? read.problem.suggestion : null;
  };

  it("guesses what was meant from the keys that there are", () => {
    equal(suggestion("acc > 0.5"), "metrics.acc");
    equal(suggestion("lr = '0.1'"), "params.lr");
    equal(suggestion("ownr = 'x'"), "tags.owner");
    equal(suggestion("`val/loss` < 1"), "metrics.`val/loss`");
    equal(suggestion("start_tme > 1"), "start_time");
    equal(suggestion("metrcs.acc > 1"), "metrics");
    equal(suggestion("nothing_like_it = 'x'"), null);
    const read = readFilterText("acc > 0.5", KEYS);
    equal(read.kind === "invalid" && read.problem.reason.endsWith("; did you mean metrics.acc?"), true);
  });

  it("names keys that no run has", () => {
    const read = readFilterText("params.learning_rat = '1' AND metrics.acc > 1 AND tags.`mlflow.user` = 'x'", KEYS);
    const unknown = read.kind === "expression" ? read.unknown : [];
    deepEqual(
      unknown.map(({ from, to, suggestion: meant }) => [from, to, meant]),
      [
        [7, 19, "learning_rate"],
        [55, 68, null],
      ],
    );
    const blind = readFilterText("params.x = '1'");
    deepEqual(blind.kind === "expression" && blind.unknown, []);
  });

  it("answers whatever is written, with places inside", () => {
    fc.assert(
      fc.property(text, (written) => {
        const read = readFilterText(written, KEYS);
        if (read.kind === "invalid")
          equal(read.problem.from <= read.problem.to && read.problem.to <= written.length, true);
        if (read.kind === "words")
          equal(
            read.words.every((word) => word !== "" && !word.includes("\n")),
            true,
          );
      }),
      { numRuns: 1000 },
    );
  });
});
