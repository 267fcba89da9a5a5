import type { Port } from "../../protocol/channel.ts";
import { download } from "./files.ts";

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare global {
  var acquireVsCodeApi: (() => VsCodeApi) | undefined;
}

/** What is around a page: VS Code, or a plain browser with an engine in the same window. */
export interface Surroundings {
  readonly port: Port;
  /** What `keepState` was last given, also by the page that stood here before a reload. */
  readonly state: unknown;
  keepState(state: unknown): void;
  /** Saves a file without a host; null where the host has a dialog for that. */
  readonly save: ((name: string, bytes: Uint8Array) => Promise<void>) | null;
}

/** To be called once: VS Code hands its API out once, and it stays private to this closure. */
export function findSurroundings(): Surroundings {
  return globalThis.acquireVsCodeApi === undefined ? plainBrowser() : vsCode(globalThis.acquireVsCodeApi());
}

function vsCode(api: VsCodeApi): Surroundings {
  return {
    port: { post: (message) => api.postMessage(message), listen: (receive) => listen((data) => receive(data)) },
    state: api.getState(),
    keepState: (state) => api.setState(state),
    save: null,
  };
}

/** Messages of a plain browser's page say for whom they are, because both sides hear the same window. */
interface Addressed {
  readonly for: "page" | "host";
  readonly message: unknown;
}

function plainBrowser(): Surroundings {
  // Pages that are files share one storage.
  const key = `mlflow-runs ${window.location.pathname}`;
  return {
    port: windowPort("page"),
    state: JSON.parse(stored((storage) => storage.getItem(key)) ?? "null"),
    keepState: (state) => stored((storage) => storage.setItem(key, JSON.stringify(state))),
    save: download,
  };
}

/** A browser may refuse storage, as to files: then nothing is kept. */
function stored<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(window.sessionStorage);
  } catch {
    return null;
  }
}

/** One end of a channel between two scripts of the same window. */
export function windowPort(own: Addressed["for"]): Port {
  const other = own === "page" ? "host" : "page";
  return {
    // A file's origin has no name; "/" stands for the window's own, whatever it is.
    post: (message) => window.postMessage({ for: other, message } satisfies Addressed, "/"),
    listen: (receive) =>
      listen((data) => {
        const addressed = data as Partial<Addressed> | null;
        if (addressed?.for === own) receive(addressed.message);
      }),
  };
}

function listen(receive: (data: unknown) => void): () => void {
  const listener = (event: MessageEvent<unknown>) => receive(event.data);
  window.addEventListener("message", listener);
  return () => window.removeEventListener("message", listener);
}
