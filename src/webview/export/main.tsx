import type { ExportData } from "../../core/compare/export/exportData.ts";
import { fromEmbedded } from "../../core/model/embeddedJson.ts";
import { Channel } from "../../protocol/channel.ts";
import type { RunsEditorEvents, RunsEditorHost } from "../../protocol/runs.ts";
import { download } from "../ui/files.ts";
import { windowPort } from "../ui/host.ts";
import { setStrings } from "../ui/l10n.ts";
import { aboutLines } from "./aboutLines.ts";
import { copyText } from "./copyText.ts";
import { pageHost } from "./pageHost.ts";
import { followTheme } from "./theme.ts";
import "./export.css";

const data = fromEmbedded(document.getElementById("data")?.textContent ?? "null") as ExportData;
document.body.dataset.strings = JSON.stringify(data.strings);
setStrings(data.strings);
followTheme();

const host = pageHost(data, {
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

// The page itself comes last: from here on it asks.
void import("../runs/main.tsx");
