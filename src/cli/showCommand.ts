import { toJsonText } from "../core/model/jsonNumber.ts";
import { toProblemJson } from "../core/rest/problem.ts";
import { runText } from "../core/rest/runText.ts";
import type { Options } from "./args.ts";
import { artifactFiles } from "./artifactFiles.ts";
import { findRun } from "./findRun.ts";
import type { OpenStore } from "./openStores.ts";
import { problemsOf, runIds } from "./parents.ts";
import type { ProblemReport } from "./problemReport.ts";
import { runPage } from "./runPage.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage.ts";

/** Shows one run in full. */
export async function showRun(
  stores: readonly OpenStore[],
  options: Options,
  terminal: Terminal,
  report: ProblemReport,
): Promise<void> {
  const { store, folder, run: id } = await findRun(stores, options.run, options.path);
  for await (const [run] of store.reader.details(folder.experiment.folder, [id])) {
    if (!run) continue;
    const artifacts = await artifactFiles(store, run.info);
    const problems = [...problemsOf(run, runIds(store), store.ref.kind === "sqlite"), ...artifacts.problems];
    report.add(store, problems);
    if (options.format === "json") {
      await terminal.out('{"run": ');
      for (const piece of runText(store.ref.label, run, artifacts.files)) await terminal.out(piece);
      const found = problems.map((problem) => toJsonText(toProblemJson(store.ref, problem)));
      await terminal.out(`,\n"problems": [${found.join(",\n")}]}\n`);
    } else {
      for (const line of runPage({ run, store, experiment: folder.experiment, artifacts }, terminal)) {
        await terminal.out(`${line}\n`);
      }
    }
    return;
  }
  throw new UsageError(`The run ${id} vanished while it was read.`);
}
