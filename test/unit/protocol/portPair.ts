import type { Port } from "../../../src/protocol/channel.ts";

/** Two ports that hear each other, through a copy as `postMessage` makes one; `json` as VS Code makes it. */
export function portPair(copy: (message: unknown) => unknown = structuredClone): readonly [Port, Port] {
  const listeners: [Set<(message: unknown) => void>, Set<(message: unknown) => void>] = [new Set(), new Set()];
  const port = (own: 0 | 1): Port => ({
    post: (message) => {
      const sent = copy(message);
      queueMicrotask(() => {
        for (const receive of listeners[own === 0 ? 1 : 0]) receive(sent);
      });
    },
    listen: (receive) => {
      listeners[own].add(receive);
      return () => listeners[own].delete(receive);
    },
  });
  return [port(0), port(1)];
}
