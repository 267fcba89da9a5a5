import { toJsonText } from "../core/model/jsonNumber.ts";
import type { StoreContents } from "../core/model/store.ts";
import { toExperimentJson } from "../core/rest/experiment.ts";
import { toLoggedModelJson } from "../core/rest/loggedModel.ts";
import { toStoreJson } from "../core/rest/problem.ts";
import { toRegisteredModelJson } from "../core/rest/registry.ts";
import { runText } from "../core/rest/runText.ts";
import { toTraceJson } from "../core/rest/trace.ts";
import type { Options } from "./args.ts";
import { artifactFiles } from "./artifactFiles.ts";
import { type ExportFormat, exportFormat } from "./exportFormat.ts";
import type { OpenStore } from "./openStores.ts";
import { problemsOf, runIds } from "./parents.ts";
import type { ProblemReport } from "./problemReport.ts";
import type { Terminal } from "./terminal.ts";

/** Runs held at once; each may have many points. */
const HELD = 16;

/** Writes everything that the stores hold, run by run. */
export async function exportStores(
  stores: readonly OpenStore[],
  { format }: Options,
  { out }: Terminal,
  report: ProblemReport,
): Promise<void> {
  const to = exportFormat(format, out);
  const labelled = stores.map(({ ref }) => ref.label);
  await to.begin();
  await to.list("stores", "store", stores.map(({ ref }) => toStoreJson(ref)).map(toJsonText));
  await to.list("experiments", "experiment", experimentTexts(stores));
  await to.section("runs", () => writeRuns(stores, to, report));
  const contents = await readContents(stores, report);
  const each = (texts: (store: string, held: StoreContents) => unknown[]): string[] =>
    contents.flatMap((held, i) => texts(labelled[i] ?? "", held).map(toJsonText));
  const registered = (isPrompt: boolean): string[] =>
    each((store, { registry }) =>
      registry.filter((model) => model.isPrompt === isPrompt).map((model) => toRegisteredModelJson(store, model)),
    );
  await to.list("registered_models", "registered_model", registered(false));
  await to.list("prompts", "prompt", registered(true));
  await to.list(
    "logged_models",
    "logged_model",
    each((store, { loggedModels }) => loggedModels.map((model) => toLoggedModelJson(store, model))),
  );
  await to.list(
    "traces",
    "trace",
    each((store, { traces }) => traces.map((trace) => toTraceJson(store, trace))),
  );
  await to.list("problems", "problem", report.found.map(toJsonText));
  await to.end();
}

function experimentTexts(stores: readonly OpenStore[]): string[] {
  return stores.flatMap(({ ref, experiments }) =>
    experiments.map(({ experiment }) => toJsonText(toExperimentJson(ref.label, experiment))),
  );
}

async function writeRuns(stores: readonly OpenStore[], to: ExportFormat, report: ProblemReport): Promise<void> {
  for (const store of stores) {
    report.add(store, store.problems);
    const ids = runIds(store);
    for (const { experiment, runs } of store.experiments) {
      for (let from = 0; from < runs.length; from += HELD) {
        for await (const batch of store.reader.details(experiment.folder, runs.slice(from, from + HELD))) {
          for (const run of batch) {
            const artifacts = await artifactFiles(store, run.info);
            await to.item("run", (extra) => runText(store.ref.label, run, artifacts.files, extra));
            report.add(store, problemsOf(run, ids, store.ref.kind === "sqlite"));
            report.add(store, artifacts.problems);
          }
        }
      }
    }
  }
}

const NOTHING: StoreContents = { registry: [], loggedModels: [], traces: [] };

async function readContents(stores: readonly OpenStore[], report: ProblemReport): Promise<StoreContents[]> {
  const read: StoreContents[] = [];
  for (const store of stores) {
    const { contents, problems } = store.isOpen
      ? await store.reader.contents(store.experiments)
      : { contents: NOTHING, problems: [] };
    report.add(store, problems);
    read.push(contents);
  }
  return read;
}
