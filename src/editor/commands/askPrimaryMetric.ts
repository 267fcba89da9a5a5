import { type QuickPickItem, window } from "vscode";
import type { Goal } from "../../core/model/goal.ts";
import { goalOf } from "../../core/model/goal.ts";
import type { ExperimentRow } from "../../core/model/views.ts";
import { t } from "../base/l10n.ts";
import type { ConfigEntry } from "../config/writeConfig.ts";
import type { EngineHost } from "../engineHost.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";
import { printable } from "../tree/markdown.ts";

interface Choice<T> extends QuickPickItem {
  readonly value: T;
}

/** The experiment meant, where there are several; undefined where none is chosen. */
export async function pickExperiment(host: EngineHost, stores: WorkspaceStores): Promise<ExperimentRow | undefined> {
  const lists = await Promise.all(stores.all.map(({ key }) => host.engine.experiments(key)));
  const rows = lists.flat().filter(({ runs, lifecycle }) => runs > 0 && lifecycle === "active");
  const [only] = rows;
  if (rows.length === 1) return only;
  const items = rows.map((row): Choice<ExperimentRow> => {
    const description = row.primary === null ? "" : printable(row.primary.key);
    return { label: printable(row.name), description, value: row };
  });
  return (await window.showQuickPick(items, { placeHolder: t("Which experiment?") }))?.value;
}

/** Asks for the metric and its goal, as entries of the config; undefined where nothing is chosen. */
export async function askMetric(
  host: EngineHost,
  { store, folder, name, primary }: ExperimentRow,
): Promise<ConfigEntry[] | undefined> {
  const keys = await host.engine.metricKeys(store, [folder]);
  if (keys.length === 0) {
    void window.showInformationMessage(t("The runs of {0} have no metrics.", printable(name)));
    return undefined;
  }
  const items = keys.map((key): Choice<string | undefined> => {
    const label = key === primary?.key ? `$(check) ${printable(key)}` : printable(key);
    return { label, description: goalWords(goalOf(key)), value: key };
  });
  const guess: Choice<string | undefined> = { label: t("Let it be guessed"), value: undefined };
  const placeHolder = t("By which metric are the runs of {0} judged?", printable(name));
  const metric = await window.showQuickPick([...items, guess], { placeHolder, matchOnDescription: true });
  if (metric === undefined) return undefined;
  const chosen: ConfigEntry = { section: "primaryMetrics", name, value: metric.value };
  if (metric.value === undefined) return [chosen];
  const goal = await askGoal(metric.value);
  if (goal === undefined) return undefined;
  // What would be guessed anyway need not be written down.
  const value = goal === goalOf(metric.value) ? undefined : goal;
  return [chosen, { section: "goals", name: metric.value, value }];
}

async function askGoal(key: string): Promise<Goal | undefined> {
  const guessed = goalOf(key);
  const items = (["min", "max"] as const).map((goal): Choice<Goal> => ({ label: goalWords(goal), value: goal }));
  if (guessed === "max") items.reverse();
  return (await window.showQuickPick(items, { placeHolder: t("Is {0} better low or high?", printable(key)) }))?.value;
}

function goalWords(goal: Goal): string {
  if (goal === "unknown") return "";
  return goal === "min" ? t("lower is better") : t("higher is better");
}
