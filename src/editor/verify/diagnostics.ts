import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  Location,
  languages,
  Range,
  type Task,
  tasks,
  Uri,
  workspace,
} from "vscode";
import type { StandingFindings, StandingFold, StandingPlace } from "../../core/verify/standing.ts";
import { targetText } from "../../core/verify/target.ts";
import { Disposable } from "../base/disposable.ts";
import { t } from "../base/l10n.ts";
import { TASK_TYPE } from "../base/names.ts";
import { settings } from "../base/settings.ts";
import type { Findings } from "./findings.ts";
import { ruleUri } from "./rulePages.ts";

/** By then what a task printed last has been matched. */
const MATCHED_MS = 1000;

/** What verify found, in the Problems view: one entry a rule and experiment, on the exact line. */
export class Diagnostics extends Disposable {
  private readonly collection = this.register(languages.createDiagnosticCollection("mlflow-runs"));
  private shown: readonly StandingFold[] = [];

  constructor(findings: Findings) {
    super();
    this.register(findings.onDidChange(({ folds }) => this.show(folds)));
    this.register(tasks.onDidEndTask(({ execution }) => this.afterTask(execution.task, findings.current)));
    this.register(
      workspace.onDidChangeConfiguration((event) =>
        event.affectsConfiguration("mlflowRuns.verify.problems") ? this.show(findings.current.folds) : undefined,
      ),
    );
  }

  /** What the entries of a file stand for. */
  foldsAt(uri: Uri): readonly StandingFold[] {
    return this.shown.filter(
      ({ places: [first] }) => first !== undefined && uriOf(first).toString() === uri.toString(),
    );
  }

  /** Files are set one by one: what a task of ours lists in others under the same owner stays. */
  private show(folds: readonly StandingFold[]): void {
    const before = this.shown.map(uriOfFold);
    this.shown = settings().problems === "none" ? [] : folds;
    const byFile = new Map<string, Diagnostic[]>(before.map((uri) => [uri.toString(), []]));
    for (const fold of this.shown) {
      const key = uriOfFold(fold).toString();
      byFile.set(key, [...(byFile.get(key) ?? []), diagnostic(fold)]);
    }
    for (const [uri, entries] of byFile) this.collection.set(Uri.parse(uri), entries);
  }

  /** A task's entries have no links; where it asked what stands here, ours take their place when it has ended. */
  private afterTask({ definition }: Task, { target, folds }: StandingFindings): void {
    if (definition.type !== TASK_TYPE || (definition.target ?? "data") !== targetText(target)) return;
    setTimeout(() => (this.isDisposed ? undefined : this.show(folds)), MATCHED_MS);
  }
}

function diagnostic(fold: StandingFold): Diagnostic {
  const [first, ...rest] = fold.places;
  const severity = fold.severity === "error" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
  const entry = new Diagnostic(rangeOf(first), foldText(fold, first.message), severity);
  entry.source = "MLflow Runs";
  entry.code = { value: fold.rule, target: ruleUri(fold.rule) };
  entry.relatedInformation = rest.map(
    (place) => new DiagnosticRelatedInformation(new Location(uriOf(place), rangeOf(place)), place.message),
  );
  return entry;
}

/** `312 runs: This is no metric line.`; a finding that stands alone speaks for itself. */
function foldText({ count, runs }: StandingFold, message: string): string {
  if (count === 1) return message;
  return runs > 1 ? t("{0} runs: {1}", grouped(runs), message) : t("{0} places: {1}", grouped(count), message);
}

function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

function uriOfFold({ places: [first] }: StandingFold): Uri {
  return uriOf(first);
}

function uriOf({ file }: StandingPlace): Uri {
  return Uri.file(file);
}

/** From the column found, or the line's first, to its end. */
function rangeOf({ line, column }: StandingPlace): Range {
  const index = Math.max(0, (line ?? 1) - 1);
  return new Range(index, Math.max(0, (column ?? 1) - 1), index, Number.MAX_SAFE_INTEGER);
}
