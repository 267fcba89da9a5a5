/** In the page's own window, before the page: answers it as an extension would, out of samples. */

import { seriesOf } from "../../../src/core/compare/series.ts";
import { bestIndices } from "../../../src/core/model/best.ts";
import type { MetricSummary } from "../../../src/core/model/metric.ts";
import type { Comparison, RunView, Series, SeriesView } from "../../../src/core/model/views.ts";
import { Channel } from "../../../src/protocol/channel.ts";
import type { RunHost, RunPageEvents } from "../../../src/protocol/run.ts";
import { runHostGuards } from "../../../src/protocol/runGuards.ts";
import type { EditorHost, RunsHost, RunsPageEvents } from "../../../src/protocol/runs.ts";
import { runsHostGuards } from "../../../src/protocol/runsGuards.ts";
import { windowPort } from "../../../src/webview/ui/host.ts";
import { chartHost } from "./chartHost.ts";
import { listing, preview } from "./samples/artifacts.ts";
import { chartSamples } from "./samples/charts.ts";
import { comparedModels } from "./samples/comparedModels.ts";
import { comparisons } from "./samples/comparisons.ts";
import { comparedFiles, contentsOfFiles, diffOfTables, previewOfFile } from "./samples/files.ts";
import { curve, history } from "./samples/parts.ts";
import { runs } from "./samples/runs.ts";
import { serveTable } from "./serveTable.ts";

declare global {
  interface Window {
    /** What the page asked of its host, for tests to read. */
    asked: { method: string; args: readonly unknown[] }[];
    /** Makes the live sample grow by some points. */
    grow(by: number): void;
    /** Tells a table that its runs changed. */
    changeRuns(): void;
  }
}

const query = new URLSearchParams(location.search);
const sample = query.get("sample") ?? "";
document.body.className = `vscode-${query.get("theme") ?? "light"}`;

window.asked = [];
const note =
  (method: string) =>
  async (...args: readonly unknown[]): Promise<void> => {
    window.asked.push({ method, args });
  };

if (location.pathname === "/runs" && sample.startsWith("table-")) serveTable(sample);
else if (location.pathname === "/runs") serveRuns();
else serveRun();

function serveRun(): void {
  let view = runs[sample] ?? null;
  const host: RunHost = {
    load: async () => view,
    series: async (key, maxPoints, wanted) => (view === null ? null : seriesOfRun(view, key, maxPoints, wanted)),
    artifacts: async (_, path) => (sample === "typical" ? listing(path) : { ...listing(""), entries: [] }),
    preview: async (_, path) => preview(path),
    openArtifact: note("openArtifact"),
    saveArtifact: note("saveArtifact"),
    revealArtifact: note("revealArtifact"),
    open: note("open"),
    compareWith: note("compareWith"),
    openProblem: note("openProblem"),
    copy: note("copy"),
    saveFile: note("saveFile"),
  };
  const channel = new Channel<RunPageEvents, RunHost>(windowPort("host"), host, runHostGuards);
  window.grow = (by) => {
    if (view === null) return;
    const metrics = view.metrics.map(({ key, first, count, last }) => curve(key, first, last.value, count + by));
    view = { ...view, metrics };
    channel.tell("changed", view);
  };
}

function seriesOfRun(view: RunView, key: string, maxPoints: number, wanted: SeriesView): Series | null {
  const histories = view.metrics.map((one) => history(one.key, one.first, one.last.value, one.count));
  return seriesOf(view.row.ref, key, histories, { view: wanted, maxPoints });
}

const SAID = "said-goals";
const said = (): Readonly<Record<string, "min" | "max">> => JSON.parse(sessionStorage.getItem(SAID) ?? "{}");

/** As the engine judges once somebody said which way is better. */
function judged(comparison: Comparison): Comparison {
  const goals = said();
  const metrics = comparison.metrics.map((metric) => {
    const goal = goals[metric.key];
    if (goal === undefined) return metric;
    const last = metric.values.map((value) => value?.last.value ?? null);
    return { ...metric, goal, best: bestIndices(last, goal) };
  });
  return { ...comparison, metrics };
}

function serveRuns(): void {
  let comparison = comparisons[sample] ?? chartSamples[sample] ?? comparisons.three;
  if (comparison === undefined) return;
  const host: RunsHost & Pick<EditorHost, "setBaseline" | "setPinned" | "pickRuns"> = {
    setPinned: note("setPinned"),
    setBaseline: async (wanted) => {
      if (comparison === undefined) return;
      comparison = { ...comparison, baseline: comparison.runs.findIndex(({ ref }) => ref.run === wanted?.run) };
      channel.tell("changed", comparison);
    },
    compared: async () => comparison as NonNullable<typeof comparison>,
    load: async () => judged(comparison as NonNullable<typeof comparison>) as NonNullable<typeof comparison>,
    ...chartHost(() => comparison as NonNullable<typeof comparison>),
    unpin: async (ref) => {
      window.asked.push({ method: "unpin", args: [ref] });
      if (comparison === undefined) return;
      const kept = comparison.runs.map((row) => row.ref.run !== ref.run);
      const pick = <T>(all: readonly T[]): T[] => all.filter((_, i) => kept[i]);
      comparison = {
        ...comparison,
        runs: pick(comparison.runs),
        experiments: pick(comparison.experiments),
        missing: comparison.missing.filter((missing) => missing.run !== ref.run),
        metrics: comparison.metrics.map((row) => ({ ...row, values: pick(row.values), best: [] })),
        params: comparison.params.map((row) => ({ ...row, values: pick(row.values) })),
        tags: comparison.tags.map((row) => ({ ...row, values: pick(row.values) })),
        attributes: comparison.attributes.map((row) => ({ ...row, values: pick(row.values) })),
      };
      channel.tell("changed", comparison);
    },
    sayGoal: async (key, goal) => {
      window.asked.push({ method: "sayGoal", args: [key, goal] });
      sessionStorage.setItem(SAID, JSON.stringify({ ...said(), [key]: goal }));
      comparison = comparison && judged(comparison);
      if (comparison !== undefined) channel.tell("changed", comparison);
    },
    editNote: note("editNote"),
    pickRuns: note("pickRuns"),
    arrange: note("arrange"),
    models: async () => comparedModels(comparison?.runs.length ?? 0),
    files: async () => comparedFiles(comparison?.runs.length ?? 0),
    fileContents: async (files) => contentsOfFiles(files),
    preview: async (owner, path) => previewOfFile({ owner, path }),
    openArtifact: note("openArtifact"),
    diffFiles: note("diffFiles"),
    diffTables: async (left, right, key) => diffOfTables(left, right, key),
    copyLink: note("copyLink"),
    exportPage: note("exportPage"),
    open: note("open"),
    copy: note("copy"),
    saveFile: note("saveFile"),
  };
  const channel = new Channel<RunsPageEvents, typeof host>(windowPort("host"), host, runsHostGuards);
  window.grow = (by) => {
    if (comparison === undefined) return;
    const longer = (one: MetricSummary | null): MetricSummary | null =>
      one && curve(one.key, one.first, one.last.value, one.count + by);
    comparison = {
      ...comparison,
      metrics: comparison.metrics.map((row) => ({ ...row, values: row.values.map(longer) })),
    };
    channel.tell("changed", comparison);
  };
}
