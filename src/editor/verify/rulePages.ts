import { Uri, workspace } from "vscode";
import { Disposable } from "../base/disposable.ts";
import { t } from "../base/l10n.ts";
import { RULE_SCHEME } from "../base/names.ts";
import type { EngineHost } from "../engineHost.ts";

/** The page of a rule, which needs no network: package.json has VS Code show it as Markdown is read. */
export function ruleUri(rule: string): Uri {
  return Uri.from({ scheme: RULE_SCHEME, path: `/${rule}.md` });
}

/** Pages of rules as documents. */
export class RulePages extends Disposable {
  constructor(host: EngineHost) {
    super();
    this.register(
      workspace.registerTextDocumentContentProvider(RULE_SCHEME, {
        provideTextDocumentContent: async ({ path }) => {
          const id = /^\/(MLR\d+)\.md$/.exec(path)?.[1];
          const page = id === undefined ? null : await host.engine.rulePage(id);
          return page ?? t("There is no such rule.");
        },
      }),
    );
  }
}
