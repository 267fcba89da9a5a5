import { Channel } from "../../protocol/channel.ts";
import type { RunsHost, RunsPageEvents } from "../../protocol/runs.ts";
import { findSurroundings } from "../ui/host.ts";
import { mount } from "../ui/mount.tsx";
import { App } from "./App.tsx";
import { Choices } from "./choices.ts";
import { RunsChannel } from "./context.ts";
import { RunsModel } from "./model.ts";
import "./runs.css";

const surroundings = findSurroundings();
const model = new RunsModel();
const channel = new Channel<RunsHost, RunsPageEvents>(surroundings.port, { changed: (c) => model.show(c) }, null);

channel.ask("load").then(
  (comparison) => model.show(comparison),
  (error: unknown) => model.fail(error instanceof Error ? error.message : String(error)),
);

const choices = new Choices(surroundings, () => model.refs());
mount({
  clipboard: (text) => channel.ask("copy", text),
  save: surroundings.save ?? ((name, bytes) => channel.ask("saveFile", name, bytes)),
  content: () => (
    <RunsChannel.Provider value={channel}>
      <App model={model} choices={choices} />
    </RunsChannel.Provider>
  ),
});
