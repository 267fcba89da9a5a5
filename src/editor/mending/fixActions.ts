import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionProvider,
  type CodeActionProviderMetadata,
  type Diagnostic,
  type Range,
  type TextDocument,
} from "vscode";
import type { StandingFold } from "../../core/verify/standing.ts";
import { t } from "../base/l10n.ts";
import { Command } from "../base/names.ts";
import type { Diagnostics } from "../verify/diagnostics.ts";

/** Offers to mend what an entry of the Problems view stands for. */
export class FixActions implements CodeActionProvider {
  static readonly metadata: CodeActionProviderMetadata = { providedCodeActionKinds: [CodeActionKind.QuickFix] };
  private readonly diagnostics: Diagnostics;

  constructor(diagnostics: Diagnostics) {
    this.diagnostics = diagnostics;
  }

  provideCodeActions(document: TextDocument, _: Range, context: CodeActionContext): CodeAction[] {
    const { uri, lineCount } = document;
    const own = context.diagnostics.filter(({ source }) => source === "MLflow Runs");
    const folds = own.length === 0 ? [] : this.diagnostics.foldsAt(uri);
    return own.flatMap((entry) => {
      const line = entry.range.start.line;
      const isConflict = line < lineCount && document.lineAt(line).text.startsWith("<<<<<<<");
      if (isConflict) return [action(entry, t("Resolve the conflict"), Command.resolveConflict, [uri.fsPath, line])];
      const fold = folds.find(({ rule }) => rule === ruleOf(entry));
      return fold === undefined ? [] : actionsOf(entry, fold, uri.fsPath);
    });
  }
}

/** Here alone, and wherever the entry stands for. */
function actionsOf(
  entry: Diagnostic,
  { fix, fixable, rule, experiment, store }: StandingFold,
  file: string,
): CodeAction[] {
  if (fix === null) return [];
  const here = action(entry, fix, Command.fixProblems, [{ rule, file }]);
  here.isPreferred = true;
  if (fixable < 2) return [here];
  const everywhere = t("{0}, in {1} places", fix, fixable.toLocaleString("en-US"));
  return [here, action(entry, everywhere, Command.fixProblems, [{ rule, experiment, store }])];
}

function action(entry: Diagnostic, title: string, command: string, given: unknown[]): CodeAction {
  const made = new CodeAction(title, CodeActionKind.QuickFix);
  made.diagnostics = [entry];
  made.command = { command, title, arguments: given };
  return made;
}

function ruleOf({ code }: Diagnostic): unknown {
  return typeof code === "object" ? code.value : code;
}
