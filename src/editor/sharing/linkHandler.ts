import { type Uri, type UriHandler, window } from "vscode";
import type { Pins } from "../../protocol/runs.ts";
import { t } from "../base/l10n.ts";
import type { EngineHost } from "../engineHost.ts";
import { openRef } from "../page/openRun.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";
import { shorten } from "../tree/markdown.ts";
import { storesByName } from "./copyLink.ts";
import { LINK_PATH, readLink } from "./runLink.ts";

const LONGEST = 80;

/** Opens what links of ours name: runs of stores that this workspace has open, and nothing else. */
export class LinkHandler implements UriHandler {
  private readonly host: EngineHost;
  private readonly stores: WorkspaceStores;
  private readonly openPins: (pins: Pins) => Promise<void>;

  constructor(host: EngineHost, stores: WorkspaceStores, openPins: (pins: Pins) => Promise<void>) {
    this.host = host;
    this.stores = stores;
    this.openPins = openPins;
  }

  async handleUri({ path, query }: Uri): Promise<void> {
    if (path !== LINK_PATH) return;
    await this.stores.ready();
    const target = readLink(query, storesByName(this.stores));
    if (target.kind === "unknown") this.say(t('This workspace has no store "{0}".', shorten(target.store, LONGEST)));
    else if (target.kind === "nothing") this.say(t("This link names no runs."));
    else await this.open(target.pins);
  }

  private async open(pins: Pins): Promise<void> {
    const [first, ...others] = pins.refs;
    if (first === undefined) return;
    if (others.length > 0) await this.openPins(pins);
    else await openRef(this.host.engine, first, { toSide: false, preview: false });
  }

  private say(text: string): void {
    void window.showInformationMessage(text);
  }
}
