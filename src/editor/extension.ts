import { type ExtensionContext, l10n, Uri, window } from "vscode";
import type { Engine } from "../engine/engine.ts";
import { connectEngine } from "../engine/worker/client.ts";
import { setTranslator } from "./base/l10n.ts";
import { createLog } from "./base/log.ts";
import { registerCompare } from "./commands/compare.ts";
import { registerCopy } from "./commands/copy.ts";
import { registerGoTo } from "./commands/goTo.ts";
import { registerListing } from "./commands/listing.ts";
import { registerNavigation } from "./commands/navigation.ts";
import { pickRuns } from "./commands/pickRuns.ts";
import { registerPrimaryMetric } from "./commands/primaryMetric.ts";
import { Commands } from "./commands/registry.ts";
import { registerTable } from "./commands/table.ts";
import { ConfigWatch } from "./config/configWatch.ts";
import { SaidGoals } from "./config/saidGoals.ts";
import { NoteFiles } from "./editing/noteFiles.ts";
import { registerEditing } from "./editing/register.ts";
import { EngineHost } from "./engineHost.ts";
import { registerFilter } from "./filter/filterRuns.ts";
import { GitFeatures, registerDiffCode } from "./git/register.ts";
import { Mending } from "./mending/register.ts";
import { ModelsTree } from "./models/modelsTree.ts";
import { RunEditor } from "./page/runEditor.ts";
import { RunsPanels } from "./runs/runsPanels.ts";
import { TableViews } from "./runs/tableViews.ts";
import { LinkHandler } from "./sharing/linkHandler.ts";
import { ShownExperiments } from "./shownExperiments.ts";
import { registerStoreCommands } from "./stores/addStore.ts";
import { WorkspaceStores } from "./stores/workspaceStores.ts";
import { ChoiceStore } from "./tree/choiceStore.ts";
import { Decorations } from "./tree/decorations.ts";
import { NodeCache } from "./tree/nodeCache.ts";
import { openRowsIn } from "./tree/openRows.ts";
import { RunsTree } from "./tree/runsTree.ts";
import { registerUi } from "./ui/register.ts";
import { DamagedFiles } from "./verify/damagedFiles.ts";
import { DamageView } from "./verify/damageView.ts";
import { Diagnostics } from "./verify/diagnostics.ts";
import { Findings } from "./verify/findings.ts";
import { RulePages } from "./verify/rulePages.ts";
import { registerVerifyTasks } from "./verify/taskProvider.ts";
import { registerVerify } from "./verify/verifyCommand.ts";
import { Views } from "./views.ts";

/** What tests of the extension host hold on to. */
export interface Api {
  readonly tree: RunsTree;
  readonly stores: WorkspaceStores;
  readonly goals: SaidGoals;
  readonly host: EngineHost;
  readonly views: Views;
  readonly panels: RunsPanels;
  readonly findings: Findings;
  readonly diagnostics: Diagnostics;
  readonly engine: () => Engine;
  /** Processor time that `activate` took, in milliseconds: unlike a clock it does not count who else is busy. */
  readonly activationMs: number;
}

/** Wires the parts together; nothing is read before this has returned. */
export function activate(context: ExtensionContext): Api {
  const begun = process.cpuUsage();
  setTranslator(l10n.t);
  const own = <T extends { dispose(): unknown }>(part: T): T => {
    context.subscriptions.push(part);
    return part;
  };
  const { channel, log } = createLog();
  own(channel);

  const script = Uri.joinPath(context.extensionUri, "dist", "engine.js").fsPath;
  const git = own(new GitFeatures(log.for("git")));
  const host = own(new EngineHost(() => connectEngine(script, () => git.trusted()), log.for("engine")));
  const goals = own(new SaidGoals(context.workspaceState));
  const stores = own(new WorkspaceStores(host, context.storageUri, goals, log.for("stores")));
  own(new ConfigWatch(host, log.for("config")));
  const choices = own(new ChoiceStore(context.workspaceState));

  const open = openRowsIn(context.workspaceState);
  const cache = new NodeCache();
  const tree = own(new RunsTree(host, stores, choices, cache, open, log.for("tree")));
  own(new Decorations(cache, tree.onDidChangeTreeData));
  const shown = new ShownExperiments(host);
  const models = own(new ModelsTree(host, stores, open, log.for("models")));
  const findings = own(new Findings(host, stores, log.for("verify")));
  const views = own(new Views(tree, models, host, choices, stores, shown, open, findings));

  const pick = () => pickRuns(host, stores);
  const tableViews = new TableViews(context.workspaceState);
  const parts = { extension: context.extensionUri, host, stores, goals, shown, views: tableViews, pickRuns: pick };
  const panels = own(new RunsPanels(parts));
  own(new RunEditor(context.extensionUri, host, stores, (refs) => panels.compare(refs), log.for("run")));
  own(window.registerUriHandler(new LinkHandler(host, stores, (pins) => panels.openComparison(pins))));
  own(new RulePages(host));
  const diagnostics = own(new Diagnostics(findings));
  own(new DamagedFiles(findings));

  const commands = own(new Commands(log.for("commands")));
  own(new DamageView(views.runs, findings, commands));
  const storage = context.storageUri ?? context.globalStorageUri;
  registerVerify(commands, { host, stores, findings, memory: context.workspaceState, storage });
  own(registerVerifyTasks(context.extensionUri, stores));
  own(new Mending(commands, host, stores, findings, diagnostics));
  registerNavigation(commands, host, tree, views.runs);
  registerGoTo(commands, host, stores);
  registerFilter(commands, host, stores, choices);
  registerPrimaryMetric(commands, host, stores);
  registerListing(commands, host, stores, choices);
  registerDiffCode(commands, git, host, views.runs);
  registerEditing(commands, host, own(new NoteFiles(host)), views.runs);
  registerCompare(commands, panels, views.runs, pick);
  registerTable(commands, { host, stores, choices, panels, view: views.runs });
  registerCopy(commands, host, views.runs);
  registerUi(commands, log.for("ui"));
  registerStoreCommands(commands, host, stores, tree);

  void stores.look();
  const { user, system } = process.cpuUsage(begun);
  const activationMs = (user + system) / 1000;
  log.info(`activated in ${activationMs.toFixed(1)} ms`);
  return { tree, stores, goals, host, views, panels, findings, diagnostics, engine: () => host.engine, activationMs };
}
