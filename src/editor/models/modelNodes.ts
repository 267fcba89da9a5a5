import type { ModelVersion, RegisteredModel } from "../../core/model/registry.ts";
import type { StoreRow } from "../../core/model/views.ts";
import type { Engine } from "../../engine/engine.ts";
import { counted, t } from "../base/l10n.ts";
import { artifactNodes } from "../tree/artifactChildren.ts";
import { escapeMarkdown, shorten } from "../tree/markdown.ts";
import type { ModelNode, Node, PromptsNode, RegisteredNode, StoreNode } from "../tree/nodes.ts";
import { moment } from "../tree/time.ts";

/** What lies below each row of the Models view. */
export async function modelChildren(engine: Engine, node: Node | undefined): Promise<Node[]> {
  if (node === undefined) return roots(engine);
  switch (node.kind) {
    case "store":
      return storeChildren(await engine.registry(node.row.key), node.row.key, node);
    case "prompts":
      return (await engine.registry(node.store))
        .filter(isPrompt)
        .map((model) => registeredNode(model, node.store, node));
    case "registered":
      return versions(engine, node);
    case "model":
      return artifactNodes(engine, node, node.owner, "");
    case "folder":
      return artifactNodes(engine, node, node.owner, node.entry.path);
    default:
      return [];
  }
}

/** Models of the one store that has any; a level of stores where several have. */
async function roots(engine: Engine): Promise<Node[]> {
  const stores = await engine.stores();
  const filled = await Promise.all(
    stores.map(async (row) => ({ row, models: row.error === null ? await engine.registry(row.key) : [] })),
  );
  const holding = filled.filter(({ models }) => models.length > 0);
  const [only] = holding;
  if (holding.length === 1 && only !== undefined) return storeChildren(only.models, only.row.key, null);
  return holding.map(({ row, models }) => storeNode(row, models.length));
}

function storeNode(row: StoreRow, count: number): StoreNode {
  const holds = counted(count, t("1 registered"), t("{0} registered"));
  return { kind: "store", id: `models\n${row.key}`, parent: null, row, holds };
}

const isPrompt = (model: RegisteredModel): boolean => model.isPrompt;

function storeChildren(models: readonly RegisteredModel[], store: string, parent: Node | null): Node[] {
  const registered = models.filter((model) => !model.isPrompt).map((model) => registeredNode(model, store, parent));
  const count = models.filter(isPrompt).length;
  const prompts: PromptsNode = { kind: "prompts", id: `prompts\n${store}`, parent, store, count };
  return count > 0 ? [...registered, prompts] : registered;
}

function registeredNode(model: RegisteredModel, store: string, parent: Node | null): RegisteredNode {
  const texts = [counted(model.versions.length, t("1 version"), t("{0} versions"))];
  texts.push(...model.aliases.slice(0, 4).map(({ alias, version }) => `@${shorten(alias, 24)} v${version}`));
  const lines = [`**${escapeMarkdown(shorten(model.name, 200))}**`];
  if (model.description !== null) lines.push(escapeMarkdown(shorten(model.description, 600)));
  return {
    kind: "registered",
    id: `registered\n${store}\n${model.name}`,
    parent,
    store,
    name: model.name,
    isPrompt: model.isPrompt,
    description: texts.join(" · "),
    tooltip: lines.join("\n\n"),
  };
}

/** The newest version first. */
async function versions(engine: Engine, node: RegisteredNode): Promise<Node[]> {
  const model = (await engine.registry(node.store)).find(({ name }) => name === node.name);
  if (model === undefined) return [];
  const runs = await Promise.all(model.versions.map(({ runId }) => runOf(engine, node.store, runId)));
  return model.versions.map((version, index) => versionNode(node, version, runs[index] ?? null)).reverse();
}

async function runOf(engine: Engine, store: string, runId: string | null): Promise<ModelNode["run"]> {
  if (runId === null || runId === "") return null;
  const found = await engine.find(runId, 5);
  return found.find(({ run }) => run.id === runId && run.ref.store === store)?.run.ref ?? null;
}

function versionNode(parent: RegisteredNode, version: ModelVersion, run: ModelNode["run"]): ModelNode {
  const texts = version.aliases.map((alias) => `@${shorten(alias, 24)}`);
  if (version.stage !== "None") texts.push(shorten(version.stage, 24));
  if (version.status !== "READY") texts.push(version.status.toLowerCase().replaceAll("_", " "));
  if (version.description !== null) texts.push(shorten(version.description, 60));
  return {
    kind: "model",
    id: `version\n${parent.id}\n${version.version}`,
    parent,
    owner: { kind: "version", store: parent.store, name: version.name, version: version.version },
    label: t("Version {0}", version.version),
    description: texts.join(" · "),
    tooltip: versionTooltip(version, run !== null),
    look: versionLook(version),
    present: !parent.isPrompt,
    run,
  };
}

function versionLook(version: ModelVersion): ModelNode["look"] {
  const inUse = version.aliases.length > 0 || version.stage === "Production";
  return inUse ? { icon: "verified-filled", color: "charts.green" } : { icon: "versions", color: null };
}

function versionTooltip(version: ModelVersion, hasRun: boolean): string {
  const lines = [`**${escapeMarkdown(shorten(version.name, 200))}** ${escapeMarkdown(version.version)}`];
  if (version.created !== null) lines.push(moment(version.created));
  if (version.description !== null) lines.push(escapeMarkdown(shorten(version.description, 600)));
  const template = version.tags.find(({ key }) => key === "mlflow.prompt.text")?.value;
  if (template !== undefined) lines.push(escapeMarkdown(shorten(template, 800)));
  if (version.runId !== null && !hasRun)
    lines.push(t("Its run {0} is not in this store.", `\`${version.runId.replaceAll("`", "")}\``));
  return lines.join("\n\n");
}
