import { type QuickPickItem, ThemeColor, ThemeIcon } from "vscode";
import type { ExperimentRow, RunRow } from "../../core/model/views.ts";
import { settings } from "../base/settings.ts";
import { printable } from "../tree/markdown.ts";
import { runDescription, runLabel } from "../tree/runText.ts";
import { statusLook } from "../tree/status.ts";

export interface RunItem extends QuickPickItem {
  readonly row: RunRow | null;
}

/** A run in a list to pick from: its experiment below it, and its store where there are several. */
export function runItem(row: RunRow, experiment: ExperimentRow, store: string): RunItem {
  const look = statusLook(row.status);
  const place = [printable(experiment.name), store].filter((text) => text !== "").join(" · ");
  return {
    row,
    label: runLabel(row),
    description: runDescription(row, settings().description, Date.now()),
    detail: place,
    iconPath: look.color === null ? new ThemeIcon(look.icon) : new ThemeIcon(look.icon, new ThemeColor(look.color)),
    alwaysShow: true,
  };
}

/** Answers may overtake each other; only that of the latest question is taken. */
export function latestOnly<T>(ask: (text: string) => Promise<T>, take: (answer: T) => void): (text: string) => void {
  let latest = 0;
  return (text) => {
    const question = ++latest;
    void ask(text).then((answer) => {
      if (question === latest) take(answer);
    });
  };
}
