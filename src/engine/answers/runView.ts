import type { LoggedModel } from "../../core/model/loggedModel.ts";
import type { RunRecord, RunRef } from "../../core/model/run.ts";
import { textOf } from "../../core/model/text.ts";
import type { LoggedModelView, ModelSignature, RunRow, RunView } from "../../core/model/views.ts";
import type { Session } from "../indexing/session.ts";
import { neighbours, rowOf, rowsWithId, selectContext } from "./storeAnswers.ts";

/** Children named on a run's page; the tree has them all. */
const CHILDREN_SHOWN = 100;

export interface ModelFiles {
  /** The signature in a logged model's MLmodel file; null where there is none. */
  signature(store: string, model: LoggedModel): Promise<ModelSignature | null>;
}

/** One run on one page, read from the disk now; null where it is gone. */
export async function runView(session: Session, ref: RunRef, files: ModelFiles): Promise<RunView | null> {
  const detail = await session.detail(ref.experiment, ref.run);
  const { index } = session;
  const context = selectContext(index);
  const row = rowOf(index, context, ref.experiment, ref.run);
  if (!detail || !row) return null;
  const known = index.folder(ref.experiment);
  const { overviews, table } = index;
  const overview = overviews.of(ref.experiment);
  const parentId = textOf(detail.tags, "mlflow.parentRunId");
  const childRows = overview.family.children.get(table.rowOf(ref.experiment, ref.run)) ?? [];
  const children = childRows.slice(0, CHILDREN_SHOWN).flatMap((child) => {
    const found = rowOf(index, context, ref.experiment, table.strings.text(table.rows.folder.at(child)));
    return found ? [found] : [];
  });
  return {
    row,
    info: detail.info,
    experimentName: known?.experiment.name ?? ref.experiment,
    storeLabel: index.ref.label,
    primary: overview.primary,
    params: detail.params,
    tags: detail.tags,
    metrics: detail.metrics.map((metric) => ({
      ...metric,
      goal: index.goalOf(metric.key),
    })),
    datasets: detail.datasets,
    modelInputs: await modelViews(session, detail.modelInputs, files),
    modelOutputs: await modelViews(session, outputsOf(session, detail), files),
    versions: index.contents.registry.flatMap((model) =>
      model.versions.filter((version) => version.runId === detail.info.id),
    ),
    traces: index.contents.traces.filter((trace) => textOf(trace.metadata, "mlflow.sourceRun") === detail.info.id),
    parent: parentId ? nearest(rowsWithId(index, context, parentId), ref) : null,
    children,
    childCount: childRows.length,
    ...neighbours(index, row),
    problems: index.problems().filter((found) => found.experiment === ref.experiment && found.run === ref.run),
  };
}

/** Models the run names as outputs, and those that name it as their source. */
function outputsOf({ index }: Session, detail: RunRecord): string[] {
  const made = index.contents.loggedModels
    .filter((model) => model.sourceRunId === detail.info.id)
    .map((model) => model.id);
  return [...new Set([...detail.modelOutputs.map((output) => output.modelId), ...made])];
}

/** The logged models among those that are in the store. */
export function modelsOf(session: Session, detail: RunRecord): readonly LoggedModel[] {
  const models = new Map(session.index.contents.loggedModels.map((model) => [model.id, model]));
  return outputsOf(session, detail).flatMap((id) => models.get(id) ?? []);
}

/** An id may be there twice: the one in the same experiment is meant. */
function nearest(rows: readonly RunRow[], ref: RunRef): RunRow | null {
  return rows.find((row) => row.ref.experiment === ref.experiment) ?? rows[0] ?? null;
}

async function modelViews({ index }: Session, ids: readonly string[], files: ModelFiles): Promise<LoggedModelView[]> {
  return Promise.all(
    ids.map(async (id) => {
      const model = index.contents.loggedModels.find((known) => known.id === id) ?? null;
      return { id, model, signature: model && (await files.signature(index.ref.key, model)) };
    }),
  );
}
