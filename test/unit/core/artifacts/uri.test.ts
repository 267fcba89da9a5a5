import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { isPlainSegment, pathSegments } from "../../../../src/core/artifacts/segments.ts";
import { tailsOf } from "../../../../src/core/artifacts/tails.ts";
import { parseArtifactUri } from "../../../../src/core/artifacts/uri.ts";

const RUN = "0123456789abcdef0123456789abcdef";
const END = ["mlruns", "0", RUN, "artifacts"];

function segmentsOf(uri: string): readonly string[] {
  const parsed = parseArtifactUri(uri);
  ok(parsed.kind === "path", `${uri} is ${JSON.stringify(parsed)}`);
  return parsed.segments;
}

describe("parseArtifactUri", () => {
  for (const [what, uri, before] of [
    ["a POSIX file URI", `file:///home/me/p/mlruns/0/${RUN}/artifacts`, ["home", "me", "p"]],
    ["a file URI with one slash", `file:/home/mlruns/0/${RUN}/artifacts`, ["home"]],
    ["a file URI of a drive", `file:///C:/Users/me/mlruns/0/${RUN}/artifacts`, ["Users", "me"]],
    ["a file URI without slashes", `file:C:/Users/me/mlruns/0/${RUN}/artifacts`, ["Users", "me"]],
    ["a file URI with backslashes", `file://C:\\Users\\me\\mlruns\\0\\${RUN}\\artifacts`, ["Users", "me"]],
    ["a Windows path", `C:\\Users\\me\\mlruns\\0\\${RUN}\\artifacts`, ["Users", "me"]],
    ["a Windows path with slashes", `d:/me/mlruns/0/${RUN}/artifacts`, ["me"]],
    ["a UNC path", `\\\\server\\share\\mlruns\\0\\${RUN}\\artifacts`, ["server", "share"]],
    ["a file URI of a share", `file://server/share/mlruns/0/${RUN}/artifacts`, ["server", "share"]],
    ["an absolute path", `/srv/mlruns/0/${RUN}/artifacts`, ["srv"]],
    ["a relative path", `mlruns/0/${RUN}/artifacts`, []],
    ["a relative path with a dot", `./mlruns/0/${RUN}/artifacts`, []],
    ["a relative file URI", `file:./mlruns/0/${RUN}/artifacts`, []],
    ["a relative path with backslashes", `.\\mlruns\\0\\${RUN}\\artifacts`, []],
    ["a relative path that begins above", `../../mlruns/0/${RUN}/artifacts`, []],
    ["a served artifact", `mlflow-artifacts:/mlruns/0/${RUN}/artifacts`, []],
    ["a served artifact with its host", `mlflow-artifacts://host:5000/mlruns/0/${RUN}/artifacts`, []],
    ["an object of S3", `s3://bucket/mlruns/0/${RUN}/artifacts`, []],
    ["a place of DBFS", `dbfs:/databricks/mlruns/0/${RUN}/artifacts`, ["databricks"]],
    ["an encoded space", `file:///a/Ausaf%20raza/mlruns/0/${RUN}/artifacts`, ["a", "Ausaf raza"]],
    ["a raw space", `file:C:/OneDrive - Nile/mlruns/0/${RUN}/artifacts`, ["OneDrive - Nile"]],
    ["raw non-ASCII", `file:///项目/mlruns/0/${RUN}/artifacts`, ["项目"]],
    ["encoded non-ASCII", `file:///maestr%C3%ADa/mlruns/0/${RUN}/artifacts`, ["maestría"]],
    ["a hash and a question mark", `file:///a#b/c?d/mlruns/0/${RUN}/artifacts`, ["a#b", "c?d"]],
    ["an encoded percent sign, decoded once", `file:///a%252e%252e/mlruns/0/${RUN}/artifacts`, ["a%2e%2e"]],
    ["a lone percent sign", `file:///100%/mlruns/0/${RUN}/artifacts`, ["100%"]],
    ["a percent sign in a plain path", `/a%20b/mlruns/0/${RUN}/artifacts`, ["a%20b"]],
    ["doubled slashes", `file:////a//mlruns///0/${RUN}/artifacts/`, ["a"]],
  ] as const) {
    it(`reads ${what}`, () => deepEqual(segmentsOf(uri), [...before, ...END]));
  }

  it("reads runs:/ and models:/", () => {
    deepEqual(parseArtifactUri(`runs:/${RUN}/model`), { kind: "run", runId: RUN, segments: ["model"] });
    deepEqual(parseArtifactUri(`models:/m-${RUN}`), { kind: "model", modelId: `m-${RUN}`, segments: [] });
    deepEqual(parseArtifactUri("models:/churn/3"), { kind: "unknown", scheme: "models" });
  });

  it("does not know every scheme", () => {
    deepEqual(parseArtifactUri("mysql://user:password@host:port/dbname/x/artifacts"), {
      kind: "unknown",
      scheme: "mysql",
    });
    deepEqual(parseArtifactUri("javascript:alert(1)"), { kind: "unknown", scheme: "javascript" });
  });

  for (const [uri, reason] of [
    ["", "is empty"],
    [`file:///a/../b/${RUN}/artifacts`, "leads upward"],
    [`a/../b/${RUN}/artifacts`, "leads upward"],
    [`C:\\a\\..\\..\\b`, "leads upward"],
    [`/../etc/${RUN}/artifacts`, "leads upward"],
    [`mlflow-artifacts:/%2e%2e/%2E%2e/${RUN}/artifacts`, "leads upward"],
    [`s3://b/..%2f..%2fetc/${RUN}`, "hides a separator"],
    [`file:///a%5c..%5cb/${RUN}`, "hides a separator"],
    [`models:/../../etc/passwd`, "leads upward"],
    [`runs:/${RUN}/..%2f..`, "hides a separator"],
    ["file:///a%00b", "holds a NUL character"],
    ["a\0b", "holds a NUL character"],
    [`file:///${"a/".repeat(9000)}`, "is longer than 8192 characters"],
  ] as const) {
    it(`refuses ${JSON.stringify(uri.slice(0, 40))}`, () =>
      deepEqual(parseArtifactUri(uri), { kind: "refused", reason }));
  }

  it("never throws, and never yields a segment that is more than a name", () => {
    const pieces = fc.constantFrom(
      "..",
      ".",
      "/",
      "\\",
      "%2e",
      "%2f",
      "%5c",
      "%",
      "%00",
      "\0",
      "a",
      ":",
      "C:",
      "file:",
      "s3:",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 12 }), (parts) => {
        const parsed = parseArtifactUri(parts.join(""));
        if ("segments" in parsed) ok(parsed.segments.every((segment) => isPlainSegment(segment, false)));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("tailsOf", () => {
  const tails = (uri: string, id: string | null = RUN) => {
    const parsed = parseArtifactUri(uri);
    ok(parsed.kind === "path");
    return tailsOf(parsed, id);
  };

  it("goes from the longest down to the run's own folder", () => {
    deepEqual(tails(`file:///home/mlruns/0/${RUN}/artifacts`), {
      tails: [["home", ...END], END, END.slice(1), END.slice(2)],
      below: [],
    });
  });

  it("tells what lies below from the artifact folder", () => {
    deepEqual(tails(`/a/${RUN}/artifacts/model/data`), {
      tails: [
        ["a", RUN, "artifacts"],
        [RUN, "artifacts"],
      ],
      below: ["model", "data"],
    });
  });

  it("tries where a server keeps what it serves", () => {
    deepEqual(
      tails(`mlflow-artifacts:/1/${RUN}/artifacts`).tails.map((tail) => tail.join("/")),
      [
        `1/${RUN}/artifacts`,
        `mlartifacts/1/${RUN}/artifacts`,
        `mlruns/1/${RUN}/artifacts`,
        `artifacts/1/${RUN}/artifacts`,
        `${RUN}/artifacts`,
      ],
    );
  });

  it("takes no path that does not name the run", () => {
    for (const uri of ["/etc/passwd", "file:///mlruns/0/other/artifacts", `/a/${RUN}/other`, `/a/${RUN}`]) {
      deepEqual(tails(uri), { tails: [], below: [] }, uri);
    }
  });

  it("takes a relative path as a whole only", () => {
    deepEqual(tails("models\\churn\\model", null), { tails: [["models", "churn", "model"]], below: [] });
  });

  it("stays short for a long path", () => {
    equal(tails(`/${"a/".repeat(3000)}${RUN}/artifacts`).tails.length, 64);
  });
});

describe("isPlainSegment", () => {
  it("takes names for names", () => {
    for (const name of ["a", "a.b", "...", "with space & ümlaut %20 #1.txt", "a\nb", "-", "console.log"]) {
      ok(isPlainSegment(name, false), name);
    }
  });

  it("refuses what is more or less than a name", () => {
    for (const name of ["", ".", "..", "a/b", "a\\b", "a\0"]) ok(!isPlainSegment(name, false), name);
  });

  it("refuses on Windows what is a device, a stream or cut off", () => {
    const names = [
      "CON",
      "nul.txt",
      "com1",
      "LPT9.log",
      "COM¹",
      "a:b",
      "file.txt::$DATA",
      "a?",
      "a ",
      "a.",
      "...",
      "a\nb",
      "<x>",
    ];
    for (const name of names) ok(!isPlainSegment(name, true), name);
    for (const name of ["console.log", "null", "com10", "a.b c"]) ok(isPlainSegment(name, true), name);
  });
});

describe("pathSegments", () => {
  it("splits a path and refuses one that could lead elsewhere", () => {
    deepEqual(pathSegments("", false), []);
    deepEqual(pathSegments("plots/a%2e.png", false), ["plots", "a%2e.png"]);
    for (const path of [
      "/",
      "/etc",
      "a/",
      "a//b",
      "../a",
      "a/../b",
      "a/..",
      "./a",
      "a\\..\\b",
      "a\0",
      "x/".repeat(3000),
    ]) {
      equal(pathSegments(path, false), null, path.slice(0, 20));
    }
    equal(pathSegments("C:/Windows", true), null);
  });
});
