import { deepEqual, equal, match } from "node:assert/strict";
import fc from "fast-check";
import { GIT_CHECKS } from "../../../../src/core/verify/git/checks.ts";
import { checkCommitted } from "../../../../src/core/verify/git/committed.ts";
import type { GitFacts } from "../../../../src/core/verify/git/facts.ts";
import { checkLarge } from "../../../../src/core/verify/git/large.ts";
import { checkNames } from "../../../../src/core/verify/git/names.ts";
import { isSameRepository } from "../../../../src/core/verify/git/remoteUrl.ts";
import { checkSources } from "../../../../src/core/verify/git/sources.ts";
import type { Check, Found } from "../../../../src/core/verify/rule.ts";

function foundBy<Input>(check: Check<Input>, input: Input): Found[] {
  const found: Found[] = [];
  check(input, (one) => found.push(one));
  return found;
}

const run = (file: string, commit: string | null = null) => {
  const [experiment = "", name = ""] = file.split("/");
  return { experiment, run: name, file, commit };
};

describe("names in Git", () => {
  const told = (tracked: readonly string[], below = "mlruns") =>
    foundBy(checkNames, { tracked, below }).map(({ rule, file }) => `${rule.id} ${file}`);

  it("fall together where only case or composition differs, files and folders, once an experiment", () => {
    deepEqual(told(["1/r/params/LR", "1/r/params/lr", "1/r/params/lR", "2/r/metrics/Val/a", "2/r/metrics/val/a"]), [
      "MLR311 1/r/params/lr",
      "MLR311 2/r/metrics/val",
    ]);
    deepEqual(told(["1/r/params/\u00e9", "1/r/params/e\u0301"]), ["MLR311 1/r/params/e\u0301"]);
    deepEqual(told(["1/r/params/lr", "1/s/params/LR", "1/r/metrics/lr", "1/r/params/lr.x"]), []);
  });

  for (const name of [
    "con",
    "NUL.txt",
    "Lpt1",
    "a.",
    "a ",
    "a:b",
    "a?",
    'a"',
    "a|b",
    "a\\b",
    "a\nb",
    "x*",
    "com¹",
    "<a>",
  ]) {
    it(`are refused by Windows: ${JSON.stringify(name)}`, () => {
      deepEqual(told([`1/r/params/${name}`]), [`MLR312 1/r/params/${name}`]);
      deepEqual(told([`1/r/metrics/${name}/loss`]), [`MLR312 1/r/metrics/${name}`]);
    });
  }
  for (const name of ["console", "null", "com", "com10", "a.b", "a b", ".a", "'a'", "a+b%c", "Δ", "lpt", "x.con"]) {
    it(`are taken by Windows: ${name}`, () => deepEqual(told([`1/r/params/${name}`]), []));
  }

  it("are too long from 260 characters on in a folder of 40, the repository's path counted", () => {
    const path = (length: number) => `1/${"x".repeat(length - 2)}`;
    deepEqual(told([path(219)], ""), []);
    deepEqual(told([path(220)], ""), [`MLR313 ${path(220)}`]);
    deepEqual(told([path(212)]), []);
    deepEqual(told([path(213)]), [`MLR313 ${path(213)}`]);
  });

  it("are said once of each experiment, however many there are", () => {
    const tracked = Array.from({ length: 1000 }, (_, i) => `${i % 2}/run-${i}/params/a?`);
    const found = foundBy(checkNames, { tracked, below: "" });
    deepEqual(
      found.map(({ message, experiment }) => [experiment, message]),
      [0, 1].map((n) => [String(n), 'Windows refuses the name "a?"; so it is with 499 more here.']),
    );
  });
});

describe("what is committed", () => {
  const told = (input: Parameters<typeof checkCommitted>[0]) =>
    foundBy(checkCommitted, input).map(({ rule, file, message }) => `${rule.id} ${file}: ${message}`);
  const id = "a".repeat(32);

  it("has nothing to say where nothing changed, and of an empty store", () => {
    deepEqual(told({ tracked: ["1/r/meta.yaml"], changes: [], runs: [run("1/r")] }), []);
    deepEqual(told({ tracked: [], changes: [{ path: "", kind: "untracked" }], runs: [] }), []);
  });

  it("knows a run by its folder, its experiment's or the trash's", () => {
    const runs = [
      run("1/r"),
      run("2/s"),
      { ...run("x"), experiment: ".trash/3", run: "t", file: ".trash/3/t" },
      run("4/u"),
    ];
    const changes = ["1/r/", "2/", ".trash/"].map((path) => ({ path, kind: "untracked" }) as const);
    deepEqual(told({ tracked: ["4/u/meta.yaml"], changes, runs }), [
      "MLR305 1/r: The run is not committed yet.",
      "MLR305 2/s: The run is not committed yet.",
      "MLR305 .trash/3/t: The run is not committed yet.",
    ]);
  });

  it("counts what is staged as not committed, wholly or in part", () => {
    const runs = [run("1/r"), run("1/s")];
    const tracked = ["1/r/meta.yaml", "1/r/tags/a", "1/s/meta.yaml"];
    const added = (path: string) => ({ path, kind: "added" }) as const;
    deepEqual(told({ tracked, changes: [added("1/r/meta.yaml"), added("1/r/tags/a")], runs }), [
      "MLR305 1/r: The run is not committed yet.",
    ]);
    deepEqual(told({ tracked, changes: [added("1/r/tags/a")], runs }), ["MLR306 1/r: tags/a is not committed."]);
  });

  it("tells runs that were removed from other things that were", () => {
    const changes = [`1/${id}/meta.yaml`, `1/${id}/tags/a`, "1/tags/a", "1/meta.yaml"];
    const deleted = changes.map((path) => ({ path, kind: "deleted" }) as const);
    deepEqual(told({ tracked: changes, changes: deleted, runs: [run("2/s")] }), [
      `MLR308 1/${id}: The run is not here any more.`,
    ]);
  });

  it("speaks of a database as a whole", () => {
    const runs = [run(""), run("")];
    deepEqual(told({ tracked: [""], changes: [{ path: "", kind: "modified" }], runs }), [
      "MLR307 : The database has changed since the last commit.",
    ]);
    for (const kind of ["untracked", "added"] as const) {
      deepEqual(told({ tracked: [], changes: [{ path: "", kind }], runs }), [
        "MLR305 : None of the store's runs is committed yet: 2 runs.",
      ]);
    }
  });
});

describe("source commits", () => {
  it("are named, three of them, once an experiment", () => {
    const commits = ["1", "2", "3", "4"].map((digit) => digit.repeat(40));
    const runs = commits.map((commit, i) => run(`1/r${i}`, commit));
    const facts = { runs: [...runs, run("2/x", "1".repeat(40)), run("2/y", "5".repeat(40))], isShallow: false };
    deepEqual(
      foundBy(checkSources, { ...facts, missingCommits: new Set(commits) }).map(({ message }) => message),
      [
        "4 runs were made by commits that are not here: 11111111, 22222222, 33333333 and 1 more.",
        "The commit 11111111, by which the run was made, is not here.",
      ],
    );
    deepEqual(foundBy(checkSources, { ...facts, missingCommits: new Set<string>() }), []);
  });
});

describe("large files", () => {
  it("are large from 10 MiB on, and huge from 50 MiB on", () => {
    const mib = 1 << 20;
    const large = [10 * mib - 1, 10 * mib, 50 * mib - 1, 50 * mib].map((bytes) => ({
      path: "a",
      bytes,
      isForLfs: false,
    }));
    deepEqual(
      foundBy(checkLarge, { large }).map(({ rule }) => rule.id),
      ["MLR322", "MLR322", "MLR321"],
    );
  });
});

describe("the address of a repository", () => {
  for (const [logged, remote, same] of [
    ["git@github.com:a/b.git", "https://github.com/a/b", true],
    ["https://token@github.com/A/b.git/", "ssh://git@github.com:22/a/b", true],
    ["https://github.com/a/b#sub/folder", "https://github.com/a/b", true],
    ["file:///srv/a.git", "/srv/a", true],
    ["https://github.com/a/b", "https://github.com/a/c", false],
    ["https://github.com/a/b", "https://gitlab.com/a/b", false],
    ["", "", false],
  ] as const) {
    it(`${logged} is ${same ? "" : "not "}${remote}`, () => equal(isSameRepository(logged, [remote]), same));
  }
});

describe("the checks of Git", () => {
  it("survive whatever names a repository has", () => {
    const name = fc.array(
      fc.constantFrom("a", "A", "/", ".", " ", "\n", "con", "é", "e\u0301", "\u0000", ".trash", "/r/", "b".repeat(99)),
    );
    const path = name.map((parts) => parts.join(""));
    const kind = fc.constantFrom("untracked", "added", "modified", "deleted", "unmerged");
    const facts = fc.record({
      below: path,
      tracked: fc.array(path),
      changes: fc.array(fc.record({ path, kind })),
      ignored: fc.array(
        fc.record({ path, owner: path, source: path, isInRepository: fc.boolean(), line: fc.nat(), pattern: path }),
      ),
      large: fc.array(fc.record({ path, bytes: fc.nat(), isForLfs: fc.boolean() })),
      runs: fc.array(fc.record({ experiment: path, run: path, file: path, commit: fc.option(path) })),
      missingCommits: fc.array(path).map((all) => new Set(all)),
      isShallow: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, (some) => {
        for (const check of GIT_CHECKS) {
          for (const { message } of foundBy(check, some as GitFacts)) match(message, /^[\s\S]+\.$/);
        }
      }),
      { numRuns: 300 },
    );
  });
});
