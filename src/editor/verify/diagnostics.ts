import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  Location,
  languages,
  Range,
  Uri,
  workspace,
} from "vscode";
import type { StandingFold, StandingPlace } from "../../core/verify/standing.ts";
import { Disposable } from "../base/disposable.ts";
import { t } from "../base/l10n.ts";
import { settings } from "../base/settings.ts";
import type { Findings } from "./findings.ts";
import { ruleUri } from "./rulePages.ts";

/** What verify found, in the Problems view: one entry a rule and experiment, on the exact line. */
export class Diagnostics extends Disposable {
  private readonly collection = this.register(languages.createDiagnosticCollection("mlflow-runs"));
  private shown: readonly StandingFold[] = [];

  constructor(findings: Findings) {
    super();
    this.register(findings.onDidChange(({ folds }) => this.show(folds)));
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

  private show(folds: readonly StandingFold[]): void {
    this.shown = settings().problems === "none" ? [] : folds;
    this.collection.clear();
    this.collection.set(
      this.shown.flatMap((fold): [Uri, Diagnostic[]][] => {
        const [first, ...rest] = fold.places;
        return first === undefined ? [] : [[uriOf(first), [diagnostic(fold, first, rest)]]];
      }),
    );
  }
}

function diagnostic(fold: StandingFold, first: StandingPlace, rest: readonly StandingPlace[]): Diagnostic {
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

function uriOf({ file }: StandingPlace): Uri {
  return Uri.file(file);
}

/** From the column found, or the line's first, to its end. */
function rangeOf({ line, column }: StandingPlace): Range {
  const index = Math.max(0, (line ?? 1) - 1);
  return new Range(index, Math.max(0, (column ?? 1) - 1), index, Number.MAX_SAFE_INTEGER);
}
