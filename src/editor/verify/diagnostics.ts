import { Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, languages, workspace } from "vscode";
import type { LocatedProblem } from "../../core/model/problem.ts";
import type { EngineChange } from "../../core/model/views.ts";
import { type FoldedProblem, foldProblems } from "../../core/verify/fold.ts";
import { Disposable } from "../base/disposable.ts";
import { t } from "../base/l10n.ts";
import type { Log } from "../base/log.ts";
import { settings } from "../base/settings.ts";
import type { EngineHost } from "../engineHost.ts";
import { problemRange, problemUri } from "../page/openProblem.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";
import { Bursts } from "../tree/bursts.ts";

/** Further places of a folded problem that are named one by one. */
const RELATED = 20;

/** What the reader found, in the Problems view: one entry a reason and experiment, on the exact line. */
export class Diagnostics extends Disposable {
  private readonly host: EngineHost;
  private readonly stores: WorkspaceStores;
  private readonly collection = this.register(languages.createDiagnosticCollection("mlflow-runs"));

  constructor(host: EngineHost, stores: WorkspaceStores, log: Log) {
    super();
    this.host = host;
    this.stores = stores;
    const fail = (error: unknown) => log.error("listing problems failed", error);
    const bursts = this.register(new Bursts<EngineChange | null>(() => this.update(), fail));
    this.register(host.onDidChange((change) => bursts.add(change)));
    this.register(stores.onDidChange(() => bursts.add(null)));
    this.register(
      workspace.onDidChangeConfiguration((event) =>
        event.affectsConfiguration("mlflowRuns.verify") ? bursts.add(null) : undefined,
      ),
    );
  }

  async update(): Promise<void> {
    const folded = foldProblems(await this.shown());
    const uris = folded.map(({ first }) => problemUri(first));
    this.collection.clear();
    this.collection.set(folded.map((one, index) => [uris[index] ?? problemUri(one.first), [diagnostic(one)]]));
  }

  private async shown(): Promise<LocatedProblem[]> {
    const level = settings().problems;
    if (level === "none" || !this.host.started) return [];
    const lists = await Promise.all(this.stores.all.map(({ key }) => this.host.engine.problems(key)));
    return lists.flat().filter(({ severity }) => level === "all" || severity === "error");
  }
}

function diagnostic({ code, first, rest }: FoldedProblem): Diagnostic {
  const more = rest.length === 0 ? "" : ` ${t("(and {0} more like it in this experiment)", rest.length)}`;
  const severity = first.severity === "error" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
  const entry = new Diagnostic(problemRange(first.line), `${first.reason}${more}`, severity);
  entry.source = "MLflow Runs";
  entry.code = code;
  entry.relatedInformation = rest.slice(0, RELATED).map(related);
  return entry;
}

function related(found: LocatedProblem): DiagnosticRelatedInformation {
  return new DiagnosticRelatedInformation(new Location(problemUri(found), problemRange(found.line)), found.reason);
}
