import type { MlflowServer } from "../../docker/mlflowServer.ts";
import { isBefore, onlyVersion, type Version } from "../../docker/mlflowVersion.ts";
import { type Mount, type MountSource, mountOf, normalised } from "../../docker/mounts.ts";
import type { ComposeInput, HostThing, MountedStore } from "./input.ts";

/** Where a server's store lies outside its container. */
export interface ShownPlace {
  /** In the container. */
  readonly path: string;
  readonly kind: MountedStore["kind"];
  readonly mount: Mount | null;
  /** From the compose file's folder; null where it is no path beside it. */
  readonly host: string | null;
  readonly thing: HostThing;
}

/** The places that a server may take for its store: one where it says so, two where MLflow's default decides. */
export function placesOf(server: MlflowServer, input: ComposeInput): readonly ShownPlace[] {
  const { store } = server;
  if (store.kind === "remote" || store.kind === "unknown") return [];
  if (store.kind !== "default") {
    return [placeOf(server, store.path, store.kind === "files" ? "file" : "sqlite", input)];
  }
  const inFolder = (name: string): string => `/${normalised(`${store.folder}/${name}`)}`;
  const files = placeOf(server, inFolder("mlruns"), "file", input);
  const database = placeOf(server, inFolder("mlflow.db"), "sqlite", input);
  const { from, before } = server.version;
  if (isStore(files.thing) || (before !== null && !isBefore(SQLITE_BY_DEFAULT, before))) return [files];
  return from !== null && !isBefore(from, SQLITE_BY_DEFAULT) ? [database] : [files, database];
}

const SQLITE_BY_DEFAULT: Version = [3, 7];

function placeOf({ service }: MlflowServer, path: string, kind: ShownPlace["kind"], input: ComposeInput): ShownPlace {
  const held = mountOf(service.mounts, path);
  if (held === null) return { path, kind, mount: null, host: null, thing: "unknown" };
  const source = sourceOf(held.mount, input);
  if (source.kind !== "beside") return { path, kind, mount: held.mount, host: null, thing: "unknown" };
  const host = normalised(`${source.path}/${held.rest}`);
  return { path, kind, mount: held.mount, host, thing: input.host(host) };
}

/** What a mount leads to; a declared volume may be bound to a folder of the host. */
export function sourceOf({ source }: Mount, { file }: ComposeInput): MountSource {
  return source.kind === "volume" && source.name !== null ? (file.volumes.get(source.name) ?? source) : source;
}

export function isStore(thing: HostThing): thing is MountedStore {
  return typeof thing === "object";
}

/** The version that a server surely has: its own, else that of the target where it may be that one. */
export function versionOf({ version }: MlflowServer, { target }: ComposeInput): Version | null {
  const only = onlyVersion(version);
  if (only !== null || target.kind !== "mlflow") return only;
  const asked: Version = [target.major, target.minor];
  const isPossible =
    (version.from === null || !isBefore(asked, version.from)) &&
    (version.before === null || isBefore(asked, version.before));
  return isPossible ? asked : null;
}

/** Whether a server is at least of a version, for all that is known. */
export function isFrom(server: MlflowServer, least: Version, input: ComposeInput): boolean {
  const { from } = server.version;
  const version = versionOf(server, input);
  return (from !== null && !isBefore(from, least)) || (version !== null && !isBefore(version, least));
}
