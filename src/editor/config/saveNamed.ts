import { window } from "vscode";
import { CONFIG_FILE } from "../../core/config/config.ts";
import type { ConfigValue } from "../../core/config/edit.ts";
import { t } from "../base/l10n.ts";
import type { EngineHost } from "../engineHost.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";
import { type ConfigEntry, writeConfig } from "./writeConfig.ts";

const LONGEST_NAME = 80;

/**
 * Asks for a name and writes a filter or columns under it into the config that speaks for a store, as one edit that can
 * be undone; says so beforehand where the name is taken. Nothing is written where the person cancels.
 */
export async function saveNamed(
  { host, stores }: { readonly host: EngineHost; readonly stores: WorkspaceStores },
  storeKey: string | undefined,
  section: ConfigEntry["section"] & ("filters" | "columnSets"),
  value: ConfigValue,
): Promise<void> {
  const store = stores.all.find(({ key }) => key === storeKey);
  if (store === undefined) return;
  const { config } = await host.engine.config(store.key);
  const taken = new Set(config[section].map(({ name }) => name));
  const name = await window.showInputBox({
    title: section === "filters" ? t("Save Filter") : t("Save Columns"),
    prompt: t("Under which name is it written into {0}?", CONFIG_FILE),
    validateInput: (text) => {
      if (text.trim() === "" || text.length > LONGEST_NAME) return t("A name has 1 to {0} characters.", LONGEST_NAME);
      return taken.has(text.trim())
        ? { message: t("There is one of that name; it would be replaced."), severity: 2 }
        : null;
    },
  });
  if (name !== undefined) await writeConfig(host.engine, store, [{ section, name: name.trim(), value }]);
}
