import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Channel } from "../../protocol/channel.ts";
import type { RunHost, RunPageEvents } from "../../protocol/run.ts";

type Asking = Pick<Channel<RunHost, RunPageEvents>, "ask">;

/** How the parts of a Run page reach the host. */
export const RunChannel = createContext<Asking | null>(null);

export function useHost(): Asking {
  const channel = useContext(RunChannel);
  if (channel === null) throw new Error("There is no channel around this component.");
  return channel;
}
