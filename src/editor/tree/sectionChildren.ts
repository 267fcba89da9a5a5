import type { LoggedModel } from "../../core/model/loggedModel.ts";
import type { LoggedModelView, RunView } from "../../core/model/views.ts";
import type { Engine } from "../../engine/engine.ts";
import { t } from "../base/l10n.ts";
import { artifactNodes } from "./artifactChildren.ts";
import { datasetFact, metricFact, textFact, traceFact } from "./facts.ts";
import { escapeMarkdown, printable, shorten } from "./markdown.ts";
import type { ExperimentNode, ModelNode, Node, RunNode, SectionNode } from "./nodes.ts";
import { metricsByWeight } from "./runChildren.ts";
import { moment } from "./time.ts";

export async function sectionChildren(engine: Engine, node: SectionNode): Promise<Node[]> {
  const { parent } = node;
  return parent.kind === "run" ? runSection(engine, node, parent) : experimentSection(engine, node, parent);
}

async function experimentSection(engine: Engine, node: SectionNode, { row }: ExperimentNode): Promise<Node[]> {
  if (node.section === "traces") {
    return (await engine.traces(row.store, row.folder)).map((trace) => traceFact(node, trace));
  }
  const models = await engine.loggedModels(row.store, row.folder);
  return models.map((model) => modelNode(node, row.store, model.id, model, ""));
}

async function runSection(engine: Engine, node: SectionNode, { row }: RunNode): Promise<Node[]> {
  if (node.section === "artifacts") return artifactNodes(engine, node, { kind: "run", ref: row.ref }, "");
  const view = await engine.run(row.ref);
  return view === null ? [] : listed(node, view);
}

function listed(node: SectionNode, view: RunView): Node[] {
  switch (node.section) {
    case "metrics":
      return metricsByWeight(view).map((metric) => metricFact(node, metric));
    case "params":
      return view.params.map((entry) => textFact(node, "param", entry));
    case "tags":
      return view.tags.map((entry) => textFact(node, "tag", entry));
    case "datasets":
      return view.datasets.map((dataset, index) => datasetFact(node, dataset, index));
    case "traces":
      return view.traces.map((trace) => traceFact(node, trace));
    case "models":
      return models(node, view);
    case "artifacts":
      return [];
  }
}

function models(node: SectionNode, view: RunView): ModelNode[] {
  const { store } = view.row.ref;
  const named = (role: string) => (found: LoggedModelView) => modelNode(node, store, found.id, found.model, role);
  return [...view.modelOutputs.map(named(t("output"))), ...view.modelInputs.map(named(t("input")))];
}

/** A logged model; `role` says whether the run made it or read it. */
function modelNode(parent: Node, store: string, id: string, model: LoggedModel | null, role: string): ModelNode {
  const details = [role, model?.modelType ?? "", model === null ? t("not in this store") : ""];
  if (model !== null && model.status !== "READY") details.push(model.status.toLowerCase());
  return {
    kind: "model",
    id: `model\n${parent.id}\n${role}\n${id}`,
    parent,
    owner: { kind: "model", store, modelId: id },
    label: printable(model === null || model.name === "" ? id : model.name),
    description: details.filter((text) => text !== "").join(" · "),
    tooltip: modelTooltip(id, model),
    look: { icon: "package", color: null },
    present: model !== null,
    run: null,
  };
}

function modelTooltip(id: string, model: LoggedModel | null): string {
  if (model === null)
    return `${escapeMarkdown(id)}\n\n${t("The run names this model, but the store does not hold it.")}`;
  const lines = [`**${escapeMarkdown(shorten(model.name, 200))}** ${escapeMarkdown(id)}`];
  if (model.created !== null) lines.push(moment(model.created));
  lines.push(...model.params.slice(0, 12).map(({ key, value }) => escapeMarkdown(`${key}: ${shorten(value, 100)}`)));
  return lines.join("\n\n");
}
