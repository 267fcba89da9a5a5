import { render } from "preact";
import type { ExportData } from "../../core/compare/export/exportData.ts";
import { fromEmbedded } from "../../core/model/embeddedJson.ts";
import { visibleText } from "../../core/model/visibleText.ts";
import { Channel } from "../../protocol/channel.ts";
import type { RunsEditorEvents, RunsEditorHost } from "../../protocol/runs.ts";
import { download } from "../ui/files.ts";
import { windowPort } from "../ui/host.ts";
import { setStrings, t } from "../ui/l10n.ts";
import { Select } from "../ui/Select.tsx";
import { aboutLines } from "./aboutLines.ts";
import { copyText } from "./copyText.ts";
import { pageHost, scopeOf } from "./pageHost.ts";
import { StoreSources } from "./storeSources.ts";
import { followTheme } from "./theme.ts";
import "./export.css";

const data = fromEmbedded(document.getElementById("data")?.textContent ?? "null") as ExportData;
document.body.dataset.strings = JSON.stringify(data.strings);
setStrings(data.strings);
followTheme();

const stores = new StoreSources(data.stores, data.made);
const host = pageHost(data, stores, {
  pinned: (pins) => channel.tell("pinned", pins),
  changed: (comparison) => channel.tell("changed", comparison),
  copy: copyText,
  save: download,
});
const channel = new Channel<RunsEditorEvents, RunsEditorHost>(windowPort("host"), host, null);

const about = document.getElementById("about");
for (const [index, line] of aboutLines(data).entries()) {
  const element = document.createElement(index === 0 ? "strong" : "span");
  element.textContent = line;
  about?.append(element);
}
if (data.stores.length > 1) {
  const options = data.stores.map(({ key, label }) => ({ id: key, text: visibleText(label) }));
  const show = (key: string): void => {
    stores.show(key);
    if (stores.shown !== null) channel.tell("scopeChanged", scopeOf(stores.shown));
    channel.tell("runsChanged");
  };
  const choice = document.createElement("div");
  about?.append(choice);
  render(<Select label={t("Store")} value={stores.shown?.store.key ?? ""} options={options} onChange={show} />, choice);
}

// The page itself comes last: from here on it asks.
void import("../runs/main.tsx");
