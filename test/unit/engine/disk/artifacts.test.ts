import { deepEqual, equal, match } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { win32 } from "node:path";
import type { Problem } from "../../../../src/core/model/problem.ts";
import { localDisk } from "../../../../src/engine/disk/artifactDisk.ts";
import { artifactFile, listArtifacts, previewArtifact, walkArtifacts } from "../../../../src/engine/disk/artifacts.ts";
import { memoryDisk } from "./memoryDisk.ts";
import { temporaryFolder } from "./tree.ts";

const BAD_PATHS = [
  "..",
  "../secret",
  "a/../../secret",
  "/etc/passwd",
  "..\\secret",
  "a\\..\\..\\secret",
  "./a",
  "a/",
  "a//b",
  "a\0",
  "file:///etc/passwd",
  "x/".repeat(5000),
];

describe("listArtifacts", () => {
  const folder = temporaryFolder();

  it("lists folders first, then files in natural order with their sizes", async () => {
    folder.make({
      "step10.txt": "10",
      "step2.txt": "2",
      "b/x": "",
      "a/": "",
      "Z.txt": "",
      "with space & ümlaut %20 #1.txt": "abc",
    });
    const { folder: at, entries, reason, problems } = await listArtifacts(folder.path, "");
    deepEqual(
      entries.map((entry) => [entry.name, entry.size]),
      [
        ["a", null],
        ["b", null],
        ["step2.txt", 1],
        ["step10.txt", 2],
        ["with space & ümlaut %20 #1.txt", 3],
        ["Z.txt", 0],
      ],
    );
    deepEqual([at, reason, problems], [folder.path, null, []]);
  });

  it("lists a folder below with paths from the root", async () => {
    folder.make({ "a/b/c.txt": "x" });
    const { folder: at, entries } = await listArtifacts(folder.path, "a/b");
    equal(at, `${folder.path}/a/b`);
    deepEqual(entries, [{ name: "c.txt", path: "a/b/c.txt", isFolder: false, size: 1 }]);
  });

  it("says in one sentence why there is nothing", async () => {
    folder.make({ "empty/": "", file: "" });
    equal((await listArtifacts(folder.path, "empty")).reason, "This folder is empty.");
    equal((await listArtifacts(folder.path, "missing")).reason, "There is no folder missing among these artifacts.");
    match(String((await listArtifacts(folder.path, "file")).reason), /^file cannot be listed: it is a file where/);
    equal((await listArtifacts(`${folder.path}/gone`, "")).folder, null);
  });

  it("refuses every path that could lead out", async () => {
    folder.make({ "root/a/b": "", "secret/key": "" });
    for (const path of BAD_PATHS) {
      const listed = await listArtifacts(`${folder.path}/root`, path);
      deepEqual([listed.folder, listed.entries], [null, []], path.slice(0, 30));
      equal(await artifactFile(`${folder.path}/root`, path), null);
      equal((await previewArtifact(`${folder.path}/root`, path)).kind, "none");
    }
  });

  it("lists links as problems and follows none", async () => {
    folder.make({
      "root/out": { link: "../secret" },
      "root/in": { link: "a" },
      "root/dead": { link: "nowhere" },
      "root/a/b": "x",
      "secret/key": "",
    });
    const root = `${folder.path}/root`;
    const { entries, problems } = await listArtifacts(root, "");
    deepEqual(
      entries.map((entry) => [entry.name, entry.isFolder, entry.size]),
      [
        ["a", true, null],
        ["dead", false, null],
        ["in", false, null],
        ["out", false, null],
      ],
    );
    deepEqual(
      problems.map(({ file, code, severity }) => `${file} ${code} ${severity}`),
      ["dead link-escape error", "in link-escape warning", "out link-escape error"],
    );
    for (const path of ["out", "out/key", "in", "in/b", "dead"]) {
      equal((await listArtifacts(root, path)).folder, null, path);
      equal(await artifactFile(root, path), null, path);
    }
  });

  it("names what is neither a file nor a folder, and does not wait for it", async () => {
    if (process.platform === "win32") return;
    folder.make({ a: "x" });
    execFileSync("mkfifo", [`${folder.path}/pipe`]);
    const { entries, problems } = await listArtifacts(folder.path, "");
    deepEqual(
      entries.map((entry) => entry.name),
      ["a", "pipe"],
    );
    deepEqual(
      problems.map((found) => found.code),
      ["wrong-type"],
    );
    equal(await artifactFile(folder.path, "pipe"), null);
  });

  it("shows the first ten thousand of many", async function () {
    this.timeout(10_000);
    const disk = memoryDisk(win32, []);
    const many = Array.from({ length: 10_500 }, (_, i) => ({ name: `f${i}`, kind: "file" as const }));
    const endless = {
      ...disk,
      list: async () => many,
      realpath: async (f: string) => f,
      stamp: async () => ({ kind: "file" as const, size: 1 }),
    };
    const { entries, problems } = await listArtifacts("C:\\a", "", endless);
    deepEqual([entries.length, problems[0]?.code], [10_000, "limit"]);
  });
});

describe("previewArtifact", () => {
  const folder = temporaryFolder();

  it("reads no more of a file than is shown, and nothing of a pickle", async () => {
    folder.make({ "a.txt": "x".repeat(2 << 20), "m.pkl": "text" });
    const shown = await previewArtifact(folder.path, "a.txt");
    deepEqual(shown.kind === "text" && [shown.text.length, shown.cut], [1 << 20, true]);
    const closed = { ...localDisk, read: () => Promise.reject(new Error("was opened")) };
    equal((await previewArtifact(folder.path, "m.pkl", closed)).kind, "none");
  });

  it("says why a file cannot be read", async () => {
    folder.make({ "a.txt": "" });
    const fault = Object.assign(new Error("no"), { code: "EACCES" });
    const locked = { ...localDisk, read: () => Promise.reject(fault) };
    deepEqual(await previewArtifact(folder.path, "a.txt", locked), {
      kind: "none",
      reason: "This file cannot be read: permission denied.",
    });
  });
});

describe("walkArtifacts", () => {
  const folder = temporaryFolder();
  const walk = async (disk = localDisk) => {
    const problems: Problem[] = [];
    const paths: string[] = [];
    for await (const file of walkArtifacts(folder.path, (found) => problems.push(found), disk)) {
      paths.push(`${file.path} ${file.size}`);
    }
    return { paths, problems: problems.map((found) => `${found.file} ${found.code}`) };
  };

  it("yields every file below with its size", async () => {
    folder.make({ "b.txt": "12", "a/c/d.txt": "1", "a/b.txt": "", "e/": "" });
    deepEqual(await walk(), { paths: ["b.txt 2", "a/b.txt 0", "a/c/d.txt 1"], problems: [] });
  });

  it("goes round no circle and out of no link", async () => {
    folder.make({ "a/up": { link: ".." }, "a/etc": { link: "/etc" }, "a/b": "x" });
    deepEqual(await walk(), { paths: ["a/b 1"], problems: ["a/etc link-escape", "a/up link-escape"] });
  });

  it("goes on beside a folder that cannot be listed", async () => {
    folder.make({ "a/x": "", "b/y": "" });
    const fault = Object.assign(new Error("no"), { code: "EACCES" });
    const disk = { ...localDisk, list: (f: string) => (f.endsWith("a") ? Promise.reject(fault) : localDisk.list(f)) };
    deepEqual(await walk(disk), { paths: ["b/y 0"], problems: ["a unreadable"] });
  });

  it("goes on beside a file that vanishes", async () => {
    folder.make({ x: "", y: "" });
    const disk = { ...localDisk, stamp: async (f: string) => (f.endsWith("x") ? null : localDisk.stamp(f)) };
    deepEqual(await walk(disk), { paths: ["y 0"], problems: ["x unreadable"] });
  });

  it("ends in a well of folders", async () => {
    folder.make({ [`${"d/".repeat(80)}x`]: "" });
    const { paths, problems } = await walk();
    deepEqual([paths, problems.length], [[], 1]);
  });

  it("yields nothing where there is nothing", async () => {
    deepEqual(await walk({ ...localDisk, list: () => Promise.reject(new Error("gone")) }), {
      paths: [],
      problems: [" unreadable"],
    });
  });
});
