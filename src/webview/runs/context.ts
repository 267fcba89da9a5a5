import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Channel } from "../../protocol/channel.ts";
import type { RunsEditorEvents, RunsEditorHost } from "../../protocol/runs.ts";
import { PinnedRuns } from "./pins.ts";

export type Asking = Pick<Channel<RunsEditorHost, RunsEditorEvents>, "ask">;

/** How the parts of a Runs page reach the host. */
export const RunsChannel = createContext<Asking | null>(null);

export function useHost(): Asking {
  const channel = useContext(RunsChannel);
  if (channel === null) throw new Error("There is no channel around this component.");
  return channel;
}

/** The runs in the comparison. */
export const Pinned = createContext(new PinnedRuns());

/** Whether the page is a file of its own: then nothing can be opened, linked to or exported again. */
export const IsFile = createContext(false);
