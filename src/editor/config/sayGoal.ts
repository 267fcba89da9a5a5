import { window } from "vscode";
import { CONFIG_FILE } from "../../core/config/config.ts";
import type { SaidGoal } from "../../core/model/judging.ts";
import { t } from "../base/l10n.ts";
import type { EngineHost } from "../engineHost.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";
import { printable, shorten } from "../tree/markdown.ts";
import type { SaidGoals } from "./saidGoals.ts";
import { writeConfig } from "./writeConfig.ts";

interface Parts {
  readonly host: EngineHost;
  readonly stores: WorkspaceStores;
  readonly goals: SaidGoals;
}

/**
 * Keeps what a person answered of a metric of some stores, for all pages and the tree, and offers to write it into the
 * repository's config, or to take it back.
 */
export async function sayGoal(parts: Parts, of: readonly string[], key: string, goal: SaidGoal["goal"]): Promise<void> {
  const before = parts.goals.all.filter((one) => one.key === key && of.includes(one.store));
  await parts.goals.say(of, key, goal);
  void offer(parts, of, { key, goal, before }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(t("MLflow Runs: {0}", reason));
  });
}

interface Said {
  readonly key: string;
  readonly goal: SaidGoal["goal"];
  readonly before: readonly SaidGoal[];
}

async function offer(
  { host, stores, goals }: Parts,
  of: readonly string[],
  { key, goal, before }: Said,
): Promise<void> {
  const [write, undo] = [t("Write Into {0}", CONFIG_FILE), t("Undo")];
  const name = printable(shorten(key, 60));
  const said =
    goal === "min"
      ? t("{0}: lower is better, from now on in this workspace.", name)
      : t("{0}: higher is better, from now on in this workspace.", name);
  const answer = await window.showInformationMessage(said, write, undo);
  if (answer === undo) {
    await goals.say(of, key, null);
    for (const one of before) await goals.say([one.store], key, one.goal);
  }
  if (answer !== write) return;
  for (const store of stores.all.filter((one) => of.includes(one.key))) {
    await writeConfig(host.engine, store, [{ section: "goals", name: key, value: goal }]);
  }
  await goals.say(of, key, null);
}
