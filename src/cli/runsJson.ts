import type { RunDetail } from "../core/model/run.ts";
import { runText } from "../core/rest/runText.ts";
import { artifactFiles } from "./artifactFiles.ts";
import type { ProblemReport } from "./problemReport.ts";
import type { FoundRun } from "./readRuns.ts";
import type { Sink } from "./terminal.ts";

/** Runs read together; each may have many points. */
const HELD = 16;

/** Writes `{"runs": […]}`, a run a line, each in the shape of an export and with its label. */
export async function writeRunsJson(runs: readonly FoundRun[], out: Sink, report: ProblemReport): Promise<void> {
  await out('{"runs": [');
  let written = 0;
  for await (const [{ store, label }, detail] of withPoints(runs)) {
    const artifacts = await artifactFiles(store, detail.info);
    report.add(store, artifacts.problems);
    await out(written++ > 0 ? ",\n" : "\n");
    for (const piece of runText(store.ref.label, detail, artifacts.files, { label })) await out(piece);
  }
  await out(written > 0 ? "\n]}\n" : "]}\n");
}

/** The runs in full, in their order. */
async function* withPoints(runs: readonly FoundRun[]): AsyncGenerator<readonly [FoundRun, RunDetail]> {
  for (const group of neighbours(runs)) {
    const byFolder = new Map(group.map((run) => [run.info.folder, run]));
    const [first] = group;
    if (!first) continue;
    for await (const batch of first.store.reader.details(first.experiment.folder, [...byFolder.keys()])) {
      for (const detail of batch) {
        const run = byFolder.get(detail.info.folder);
        if (run) yield [run, detail];
      }
    }
  }
}

/** Runs that follow each other in one experiment can be read together. */
function* neighbours(runs: readonly FoundRun[]): Generator<readonly FoundRun[]> {
  let group: FoundRun[] = [];
  for (const run of runs) {
    const [first] = group;
    if (first && (first.experiment !== run.experiment || group.length >= HELD)) {
      yield group;
      group = [];
    }
    group.push(run);
  }
  yield group;
}
