import { Channel } from "../../protocol/channel.ts";
import type { RunHost, RunPageEvents } from "../../protocol/run.ts";
import { findSurroundings } from "../ui/host.ts";
import { KeeperContext } from "../ui/kept.ts";
import { MenuLayer } from "../ui/menu/MenuLayer.tsx";
import { mount } from "../ui/mount.tsx";
import { App } from "./App.tsx";
import { RunChannel } from "./context.ts";
import { RunModel } from "./model.ts";
import { keepPlace, keptPlace } from "./place.ts";
import "./run.css";

const surroundings = findSurroundings();
const model = new RunModel();
const channel = new Channel<RunHost, RunPageEvents>(surroundings.port, { changed: (view) => model.show(view) }, null);

channel.ask("load").then(
  (view) => model.show(view),
  (error: unknown) => model.fail(error instanceof Error ? error.message : String(error)),
);

const place = keptPlace(surroundings.state);
const keeper = keepPlace(surroundings, place);
mount({
  clipboard: (text) => channel.ask("copy", text),
  save: surroundings.save ?? ((name, bytes) => channel.ask("saveFile", name, bytes)),
  content: () => (
    <RunChannel.Provider value={channel}>
      <KeeperContext.Provider value={keeper}>
        <App model={model} scroll={place.scroll} />
        <MenuLayer />
      </KeeperContext.Provider>
    </RunChannel.Provider>
  ),
});
