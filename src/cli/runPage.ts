import type { Experiment } from "../core/model/experiment.ts";
import { shownName } from "../core/model/label.ts";
import { shortSize } from "../core/model/numberText.ts";
import type { RunDetail } from "../core/model/run.ts";
import type { KeyValue } from "../core/model/text.ts";
import { english, tookText } from "../core/model/timeText.ts";
import { visibleText } from "../core/model/visibleText.ts";
import type { ArtifactFiles } from "./artifactFiles.ts";
import type { OpenStore } from "./openStores.ts";
import { statusCell } from "./statusCell.ts";
import { type Style, styleFor } from "./style.ts";
import { type Column, layOut } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { timeText } from "./values.ts";

interface Shown {
  readonly run: RunDetail;
  readonly store: OpenStore;
  readonly experiment: Experiment;
  readonly artifacts: ArtifactFiles;
}

/** The lines of a page about one run. */
export function* runPage({ run, store, experiment, artifacts }: Shown, { width, colour }: Terminal): Generator<string> {
  const style = styleFor(colour);
  yield* facts({ run, store, experiment, artifacts }, style);
  const section = function* (title: string, columns: readonly Column[]): Generator<string> {
    if ((columns[0]?.cells.length ?? 0) === 0) return;
    yield "";
    yield style.bold(title);
    for (const line of layOut(columns, width, style).lines) yield line;
  };
  yield* section("Metrics", metricColumns(run));
  yield* section("Params", keyValueColumns(run.params));
  yield* section("Datasets", datasetColumns(run));
  yield* section("Models", modelColumns(run));
  yield* section("Tags", keyValueColumns(run.tags));
  yield* section("Artifacts", [
    column(
      "path",
      artifacts.files.map(({ path }) => path),
    ),
    {
      ...column(
        "size",
        artifacts.files.map((file) => shortSize(file.file_size)),
      ),
      right: true,
    },
  ]);
}

function* facts({ run, store, experiment, artifacts }: Shown, style: Style): Generator<string> {
  const { info } = run;
  const status = statusCell(run, style);
  const rows: readonly (readonly [string, string])[] = [
    ["run", info.id],
    ["name", shownName(info.name) ?? ""],
    ["status", status.mark?.(status.text) ?? status.text],
    ["started", timeText(info.start)],
    ["took", tookText(info.start, info.end, english)],
    ["user", visibleText(info.user)],
    ["experiment", `${visibleText(experiment.name)} (${visibleText(experiment.id)})`],
    ["store", visibleText(store.ref.label)],
    ["artifacts", visibleText(artifacts.folder ?? artifacts.reason ?? "")],
  ];
  for (const [title, text] of rows) if (text !== "") yield `${style.dim(title.padEnd(10))}  ${text}`;
}

function column(title: string, texts: readonly string[]): Column {
  return { title, cells: texts.map((text) => ({ text })) };
}

function keyValueColumns(entries: readonly KeyValue[]): Column[] {
  return [
    column(
      "key",
      entries.map(({ key }) => key),
    ),
    column(
      "value",
      entries.map(({ value }) => value),
    ),
  ];
}

/** Numbers in full, unlike in the table of runs. */
function metricColumns({ metrics }: RunDetail): Column[] {
  const numbers = (title: string, value: (metric: (typeof metrics)[number]) => number): Column => ({
    ...column(
      title,
      metrics.map((metric) => numberText(value(metric))),
    ),
    right: true,
  });
  return [
    {
      ...column(
        "key",
        metrics.map(({ key }) => key),
      ),
      fixed: true,
    },
    numbers("last", ({ last }) => last.value),
    numbers("min", ({ min }) => min),
    numbers("max", ({ max }) => max),
    numbers("step", ({ last }) => last.step),
    numbers("points", ({ count }) => count),
  ];
}

function numberText(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function datasetColumns({ datasets }: RunDetail): Column[] {
  const context = (tags: readonly KeyValue[]): string =>
    tags.map(({ key, value }) => (key === "mlflow.data.context" ? value : `${key}=${value}`)).join(", ");
  return [
    column(
      "name",
      datasets.map(({ name }) => name),
    ),
    column(
      "digest",
      datasets.map(({ digest }) => digest),
    ),
    column(
      "context",
      datasets.map(({ tags }) => context(tags)),
    ),
    column(
      "source",
      datasets.map(({ source }) => source),
    ),
  ];
}

function modelColumns({ modelInputs, modelOutputs }: RunDetail): Column[] {
  const models = [
    ...modelInputs.map((id) => [id, "read", ""]),
    ...modelOutputs.map(({ modelId, step }) => [modelId, "made", String(step)]),
  ];
  return ["model", "role", "step"].map((title, i) =>
    column(
      title,
      models.map((model) => model[i] ?? ""),
    ),
  );
}
