import { window } from "vscode";
import { t } from "../base/l10n.ts";
import { Command } from "../base/names.ts";
import type { ChoiceStore } from "../tree/choiceStore.ts";
import type { Commands } from "./registry.ts";

const PAUSE_MS = 200;

/** Filter Runs… narrows the tree as one types; Escape brings back what was before. */
export function registerFilter(commands: Commands, choices: ChoiceStore): void {
  commands.add(Command.filter, () => showBox(choices));
  commands.add(Command.clearFilter, () => choices.change({ filter: "" }));
}

function showBox(choices: ChoiceStore): void {
  const before = choices.current().filter;
  const box = window.createInputBox();
  let accepted = false;
  let pause: NodeJS.Timeout | undefined;
  const apply = (filter: string) => {
    if (filter !== choices.current().filter) void choices.change({ filter });
  };
  box.title = t("Filter Runs");
  box.placeholder = t("Words in the name, id, params or tags; all must be found");
  box.value = before;
  box.onDidChangeValue((text) => {
    clearTimeout(pause);
    pause = setTimeout(() => apply(text.trim()), PAUSE_MS);
  });
  box.onDidAccept(() => {
    accepted = true;
    box.hide();
  });
  box.onDidHide(() => {
    clearTimeout(pause);
    apply(accepted ? box.value.trim() : before);
    box.dispose();
  });
  box.show();
}
