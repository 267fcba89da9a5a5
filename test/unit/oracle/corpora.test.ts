import { deepEqual, equal } from "node:assert/strict";
import { join } from "node:path";
import type { FoundRun } from "../../../src/cli/readRuns.ts";
import { cutMiddle, shortId, shownName } from "../../../src/core/model/label.ts";
import { archiveCounts, archives, countsOf, type Reading, readFolder } from "./corpora.ts";
import { fixtures, temporaryFolder, unpack } from "./stores.ts";

/**
 * What is wrong in them, by code and how often; all others are whole. Run folders without meta.yaml, experiments
 * without one, and one that is empty. Parents lie in another experiment now and then: those are not missing.
 */
const DAMAGED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "01Angel01__House_Prediction": { missing: 23 },
  "Automated-Bureaucracy-Kickoff__Automated-Bureaucracy": { missing: 2 },
  "ExTee__Categorical-Feature-Encoding-Challenge-II": { missing: 2 },
  "Kamul-droid__projet_mlops": { missing: 2 },
  "espoirMur__unsupervised-open-domain-french-question-answering": { empty: 1 },
  maximuslee1226__mlflow: { missing: 15 },
};

function problemsByCode(readings: readonly Reading[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { store, problems } of readings) {
    // Databases have a test of their own, on a Node that can read them.
    if (store.ref.kind === "sqlite") continue;
    for (const { code } of problems) counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** No two runs of an experiment look alike, and ids are shown only where neither names nor params differ. */
function checkLabels({ runs }: Reading): void {
  const labels = new Set<string>();
  const contents = new Map<string, number>();
  const active = runs.filter(({ info }) => info.lifecycle === "active");
  const contentOf = ({ experiment, info, params }: FoundRun) =>
    JSON.stringify([experiment.folder, shownName(info.name), params.map(({ key, value }) => [key, cutMiddle(value)])]);
  for (const run of active) contents.set(contentOf(run), (contents.get(contentOf(run)) ?? 0) + 1);
  for (const run of active) {
    const key = `${run.experiment.folder}\n${run.label}`;
    equal(labels.has(key), false, `two runs are called ${run.label}`);
    labels.add(key);
    const isAlone = active.every((other) => other === run || other.experiment !== run.experiment);
    const differs = contents.get(contentOf(run)) === 1 && !isAlone;
    const endsInId = run.label.endsWith(shortId(run.info.id)) && shownName(run.info.name) !== run.label;
    equal(differs && endsInId, false, `${run.label} is called by its id, though it differs from its siblings`);
  }
}

describe("stores of real repositories", () => {
  const temporary = temporaryFolder();

  for (const { name, file } of archives()) {
    it(`${name} opens, with every run and file that was counted in it`, async () => {
      const readings = await readFolder(join(unpack(file, temporary()), name));
      const files = readings.filter(({ store }) => store.ref.kind === "file");
      const found = Object.fromEntries(files.map((reading) => [reading.store.ref.label, countsOf(reading)]));
      const nothing = { experiments: 0, metric_files: 0, param_files: 0, runs: 0, runs_without_meta: 0 };
      const empty = Object.fromEntries(files.map(({ store }) => [store.ref.label, nothing]));
      deepEqual(found, { ...empty, ...archiveCounts()[name] });
      deepEqual(problemsByCode(readings), DAMAGED[name] ?? {});
      readings.forEach(checkLabels);
    }).timeout(60_000);
  }

  for (const { name, folder } of fixtures("file")) {
    it(`${name} opens, each run told from the others`, async () => {
      const readings = await readFolder(folder);
      equal(readings.length, 1);
      deepEqual(problemsByCode(readings), { "parent-missing": 1 });
      readings.forEach(checkLabels);
    });
  }
});
