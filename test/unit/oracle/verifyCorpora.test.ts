import { deepEqual, ok } from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { RULES } from "../../../src/core/verify/checks.ts";
import { textReport } from "../../../src/core/verify/report/text.ts";
import type { Verification } from "../../../src/core/verify/verified.ts";
import { verdictOf } from "../../../src/core/verify/words.ts";
import { discoverStores, UNBOUNDED } from "../../../src/engine/disk/discover.ts";
import { verifyStores } from "../../../src/engine/verify/verify.ts";
import { archives } from "./corpora.ts";
import { temporaryFolder, unpack } from "./stores.ts";

/** Errors of the repositories that are damaged, by rule; all others are whole. */
const DAMAGED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "ExTee__Categorical-Feature-Encoding-Challenge-II": { MLR101: 2 },
  "espoirMur__unsupervised-open-domain-french-question-answering": { MLR102: 1 },
  maximuslee1226__mlflow: { MLR101: 12, MLR120: 3 },
};

const plain = (text: string): string => text;
const STYLE = { bold: plain, error: plain, warning: plain, info: plain, dim: plain };

function errorsOf({ findings }: Verification): Record<string, number> {
  const errors: Record<string, number> = {};
  for (const { rule, severity } of findings) if (severity === "error") errors[rule] = (errors[rule] ?? 0) + 1;
  return errors;
}

function isShort(verified: Verification): void {
  ok(verdictOf(verified).startsWith("The data is whole"));
  const report = textReport(verified, RULES, { all: false, style: STYLE });
  ok(report.trimEnd().split("\n").length < 10, report);
}

describe("verify of stores of real repositories", () => {
  const temporary = temporaryFolder();

  for (const { name, file } of archives()) {
    it(`${name} is ${DAMAGED[name] === undefined ? "whole, in few words" : "damaged where it is known to be"}`, async () => {
      const folder = join(unpack(file, temporary()), name);
      const { stores } = await discoverStores(folder, UNBOUNDED);
      const files = stores.filter(({ kind }) => kind === "file");
      for (const level of ["full", "bytes"] as const) {
        const verified = await verifyStores(folder, files, { target: { kind: "data" }, level, only: null });
        deepEqual([verified.unfinished, errorsOf(verified)], [null, DAMAGED[name] ?? {}]);
        if (DAMAGED[name] === undefined && level === "full") isShort(verified);
      }
      // Here rather than at the end of all: the hook that clears up would have too much to do.
      rmSync(folder, { recursive: true, force: true });
    }).timeout(60_000);
  }
});
