import { deepEqual, equal, throws } from "node:assert/strict";
import { parseCommandLine } from "../../../src/cli/args.ts";
import { UsageError } from "../../../src/cli/usage.ts";

const options = (...argv: string[]) => {
  const invocation = parseCommandLine(argv);
  if (invocation.kind !== "command") throw new Error(invocation.kind);
  return invocation.options;
};

describe("parseCommandLine", () => {
  it("reads commands, paths and options in any order", () => {
    const { path, experiments, orderBy, limit, deleted, format, strict } = options(
      ...["runs", "--deleted", "data", "-e", "a", "--experiment=b", "-o", "metrics.x DESC", "-n", "5", "--strict"],
    );
    deepEqual([path, experiments, limit, deleted, format, strict], ["data", ["a", "b"], 5, true, "table", true]);
    deepEqual(orderBy, [{ entity: "metric", key: "x", descending: true }]);
  });

  it("means here, all and the first format where nothing is said", () => {
    deepEqual(options("export"), {
      path: ".",
      run: "",
      ...{ given: [], baseline: null, allKeys: false, metric: null, goal: null, value: "last", groupBy: null },
      experiments: [],
      filter: null,
      orderBy: [],
      limit: Number.POSITIVE_INFINITY,
      deleted: false,
      format: "json",
      strict: false,
      tolerance: 0,
    });
    deepEqual([options("show", "abcd").run, options("show", "abcd", "x").path], ["abcd", "x"]);
  });

  it("answers help and version before anything else", () => {
    deepEqual(parseCommandLine([]), { kind: "help", command: null });
    deepEqual(parseCommandLine(["--help"]), { kind: "help", command: null });
    deepEqual(parseCommandLine(["help", "runs"]), { kind: "help", command: "runs" });
    deepEqual(parseCommandLine(["show", "-h"]), { kind: "help", command: "show" });
    deepEqual(parseCommandLine(["-V"]), { kind: "version" });
  });

  const WRONG: readonly (readonly [argv: readonly string[], reason: RegExp])[] = [
    [["compare", "a", "b", "--goal", "low"], /^--goal is min .* or max .*, not "low"\.$/],
    [["frob"], /^There is no command "frob"; the commands are ls, runs, show, compare, trend, export, site\.$/],
    [["ls", "--frob"], /^Unknown option '--frob'; see/],
    [["ls", "--limit", "3"], /^"ls" takes no --limit/],
    [["runs", "--limit", "many"], /^--limit takes a number/],
    [["runs", "-o", "foo"], /^--order-by: A run has no attribute "foo"/],
    [["runs", "--filter", "acc > 1"], /^--filter: A run has no attribute "acc"/],
    [["runs", "--filter", "start_time > -7d"], /^--filter: /],
    [["runs", "--where", "(status = 'FAILED'"], /^--where: This parenthesis is never closed\.$/],
    [["runs", "--where", "", "--filter", ""], /^Give --filter or --where, not both/],
    [["runs", "--format", "xml"], /^"runs" has no format "xml"; it has table, json, csv\.$/],
    [["runs", "a", "b"], /^"runs" takes one path/],
    [["show"], /^Say which run to show/],
    [["--strict"], /^No command is given/],
    [["runs", "--limit"], /^Option '-n, --limit <value>' argument missing; see/],
  ];
  for (const [argv, reason] of WRONG) {
    it(`says what to do about "${argv.join(" ")}"`, () => {
      throws(
        () => parseCommandLine(argv),
        (error) => {
          if (!(error instanceof UsageError)) throw error;
          equal(reason.test(error.reason), true, error.reason);
          return true;
        },
      );
    });
  }
});
