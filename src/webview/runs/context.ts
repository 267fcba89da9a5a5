import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Channel } from "../../protocol/channel.ts";
import type { RunsHost, RunsPageEvents } from "../../protocol/runs.ts";

type Asking = Pick<Channel<RunsHost, RunsPageEvents>, "ask">;

/** How the parts of a Runs page reach the host. */
export const RunsChannel = createContext<Asking | null>(null);

export function useHost(): Asking {
  const channel = useContext(RunsChannel);
  if (channel === null) throw new Error("There is no channel around this component.");
  return channel;
}
