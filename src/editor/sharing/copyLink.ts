import { env, Uri, window, workspace } from "vscode";
import type { Pins } from "../../protocol/runs.ts";
import { t } from "../base/l10n.ts";
import { EXTENSION_ID } from "../base/names.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";
import { LINK_PATH, linkQuery, MOST_LINKED, type NamedStore, namedStores } from "./runLink.ts";

/** The stores of this workspace by the names that links give them. */
export function storesByName(stores: Pick<WorkspaceStores, "all">): readonly NamedStore[] {
  return namedStores(
    stores.all.map(({ key }) => key),
    (key) => workspace.asRelativePath(Uri.file(key)),
  );
}

/** Puts an address onto the clipboard that opens these runs in the same repository, on any machine. */
export async function copyLink(pins: Pins, stores: Pick<WorkspaceStores, "all">): Promise<void> {
  if (pins.refs.length > MOST_LINKED) {
    throw new Error(t("A link names up to {0} runs; {1} are pinned.", MOST_LINKED, pins.refs.length));
  }
  await env.clipboard.writeText(linkTo(pins, storesByName(stores)));
  window.setStatusBarMessage(t("The link is copied"), 3000);
}

function linkTo(pins: Pins, stores: readonly NamedStore[]): string {
  return `${env.uriScheme}://${EXTENSION_ID}${LINK_PATH}?${linkQuery(pins, stores)}`;
}
