/** In the page's own window, before the page: answers it as an extension would, out of samples. */

import type { RunView, Series } from "../../../src/core/model/views.ts";
import { Channel } from "../../../src/protocol/channel.ts";
import type { RunHost, RunPageEvents } from "../../../src/protocol/run.ts";
import { runHostGuards } from "../../../src/protocol/runGuards.ts";
import type { RunsHost, RunsPageEvents } from "../../../src/protocol/runs.ts";
import { runsHostGuards } from "../../../src/protocol/runsGuards.ts";
import { windowPort } from "../../../src/webview/ui/host.ts";
import { listing, preview } from "./samples/artifacts.ts";
import { comparisons } from "./samples/comparisons.ts";
import { curve, points } from "./samples/parts.ts";
import { runs } from "./samples/runs.ts";

declare global {
  interface Window {
    /** What the page asked of its host, for tests to read. */
    asked: { method: string; args: readonly unknown[] }[];
    /** Makes the live sample grow by some points. */
    grow(by: number): void;
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

if (location.pathname === "/runs") serveRuns();
else serveRun();

function serveRun(): void {
  let view = runs[sample] ?? null;
  const host: RunHost = {
    load: async () => view,
    series: async (key, maxPoints) => (view === null ? null : seriesOf(view, key, maxPoints)),
    artifacts: async (_, path) => (sample === "typical" ? listing(path) : { ...listing(""), entries: [] }),
    preview: async (_, path) => preview(path),
    openArtifact: note("openArtifact"),
    saveArtifact: note("saveArtifact"),
    revealArtifact: note("revealArtifact"),
    open: note("open"),
    compareWith: note("compareWith"),
    openProblem: note("openProblem"),
    copy: note("copy"),
  };
  const channel = new Channel<RunPageEvents, RunHost>(windowPort("host"), host, runHostGuards);
  window.grow = (by) => {
    if (view === null) return;
    const metrics = view.metrics.map(({ key, first, count, last }) => curve(key, first, last.value, count + by));
    view = { ...view, metrics };
    channel.tell("changed", view);
  };
}

function seriesOf(view: RunView, key: string, maxPoints: number): Series | null {
  const metric = view.metrics.find((one) => one.key === key);
  if (metric === undefined) return null;
  return points(view.row.ref, key, metric.first, metric.last.value, metric.count, Math.min(metric.count, maxPoints));
}

function serveRuns(): void {
  let comparison = comparisons[sample] ?? comparisons.three;
  if (comparison === undefined) return;
  const host: RunsHost = {
    load: async () => comparison as NonNullable<typeof comparison>,
    series: async (key, refs, maxPoints) => {
      const metric = comparison?.metrics.find((one) => one.key === key);
      return refs.map((ref, i) => {
        const value = metric?.values[i];
        return points(
          ref,
          key,
          2.3 + i / 20,
          value?.last.value ?? 0,
          value?.count ?? 1,
          Math.min(value?.count ?? 1, maxPoints),
        );
      });
    },
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
    open: note("open"),
    copy: note("copy"),
  };
  const channel = new Channel<RunsPageEvents, RunsHost>(windowPort("host"), host, runsHostGuards);
}
