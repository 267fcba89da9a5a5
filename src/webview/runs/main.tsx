import { Channel } from "../../protocol/channel.ts";
import type { RunsEditorEvents, RunsEditorHost } from "../../protocol/runs.ts";
import { findSurroundings } from "../ui/host.ts";
import { mount } from "../ui/mount.tsx";
import { App } from "./App.tsx";
import { Choices } from "./choices.ts";
import { RunsChannel } from "./context.ts";
import { Kept } from "./kept.ts";
import { RunsModel } from "./model.ts";
import { Page } from "./page.ts";
import "./runs.css";

const surroundings = findSurroundings();
const kept = new Kept(surroundings);
const events: RunsEditorEvents = {
  changed: (comparison) => model.show(comparison),
  pinned: (pins) => page.pinnedAre(pins),
  tabWanted: (tab) => page.show(tab),
  runsChanged: () => page.runsChanged(),
  scopeChanged: (scope) => page.table.rescope(scope),
};
const channel = new Channel<RunsEditorHost, RunsEditorEvents>(surroundings.port, events, null);
const model = new RunsModel();
const page = new Page(channel, kept, model);
void page.load();

const choices = new Choices(kept);
mount({
  clipboard: (text) => channel.ask("copy", text),
  save: surroundings.save ?? ((name, bytes) => channel.ask("saveFile", name, bytes)),
  content: () => (
    <RunsChannel.Provider value={channel}>
      <App page={page} model={model} choices={choices} />
    </RunsChannel.Provider>
  ),
});
