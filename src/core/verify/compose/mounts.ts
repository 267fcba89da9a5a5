import type { MlflowServer } from "../../docker/mlflowServer.ts";
import type { Mount } from "../../docker/mounts.ts";
import type { ComposeService } from "../../docker/service.ts";
import type { FixEdit } from "../../model/finding.ts";
import type { Check, Found } from "../rule.ts";
import type { ComposeInput, MountedStore } from "./input.ts";
import { composeRule, foundAt } from "./rule.ts";
import { isStore, placesOf, type ShownPlace, sourceOf } from "./shown.ts";

export const STORE_NOT_MOUNTED = composeRule({
  id: "MLR702",
  title: "MLflow server that looks where no store is mounted",
  why: "The server starts with an empty store inside its container and shows none of the runs that lie here.",
  mend: "Mount the store where the server looks for it, or name its place by --backend-store-uri.",
  fix: { title: "Mount the store where the server looks for it" },
});

export const MOUNT_LEADS_NOWHERE = composeRule({
  id: "MLR703",
  title: "Mount of something that is not there",
  why: "Docker makes an empty folder of the missing name, so the container finds nothing in it; a database cannot even be opened.",
  mend: "Correct the path of the host, which counts from the compose file's folder, or bring the data there.",
});

export const STORE_ELSEWHERE = composeRule(
  {
    id: "MLR710",
    title: "MLflow server that keeps a store of its own",
    why: "It holds its runs in a database or a volume of Docker, and shows none of those that lie here.",
    mend: "Nothing need be done, if that is meant.",
  },
  { data: "info", mlflow: "info" },
);

/** Whether each server finds one of the stores, and whether what is mounted for reading is there. */
export const checkMounts: Check<ComposeInput> = (input, tell) => {
  for (const server of input.servers) {
    for (const found of storeFindings(server, input)) tell(found);
  }
  for (const service of relatedServices(input)) {
    for (const found of deadMounts(service, input)) tell(found);
  }
};

/** Services that run MLflow or mount one of the stores. */
export function relatedServices(input: ComposeInput): readonly ComposeService[] {
  const servers = new Set(input.servers.map(({ service }) => service));
  return input.file.services.filter(
    (service) => servers.has(service) || service.mounts.some((mount) => mountsStore(mount, input)),
  );
}

function mountsStore(mount: Mount, input: ComposeInput): boolean {
  const source = sourceOf(mount, input);
  return source.kind === "beside" && isStore(input.host(source.path));
}

function storeFindings(server: MlflowServer, input: ComposeInput): Found[] {
  const { service, store } = server;
  const name = `The service ${JSON.stringify(service.name)}`;
  if (store.kind === "remote") {
    return [foundAt(STORE_ELSEWHERE, server.storeAt, `${name} keeps its runs in a store of the kind ${store.scheme}.`)];
  }
  const places = placesOf(server, input);
  const [place] = places;
  if (
    place === undefined ||
    places.some((one) => isStore(one.thing) || one.thing === "other" || isUnknown(one, server, input))
  )
    return [];
  const remedy = remedyFor(place, input);
  const { mount } = place;
  if (mount === null) {
    const message = `${name} reads ${place.path}, where nothing of the host is mounted${remedy}.`;
    return [{ ...foundAt(STORE_NOT_MOUNTED, server.storeAt, message), edits: mountEdits(service, place, input) }];
  }
  if (mount.source.kind === "volume" && mount.source.name !== null && !input.file.volumes.has(mount.source.name)) {
    const volume = JSON.stringify(mount.source.name);
    const message = `${name} mounts the volume ${volume}, which no "volumes" of the file declares: a folder begins with "./"${remedy}.`;
    return [foundAt(STORE_NOT_MOUNTED, mount.at, message)];
  }
  if (place.host === null) {
    const volume = mount.source.kind === "volume" ? `the volume ${JSON.stringify(mount.source.name ?? "")}` : "memory";
    return [foundAt(STORE_ELSEWHERE, mount.at, `${name} keeps its runs in ${volume}.`)];
  }
  const source = sourceOf(mount, input);
  if (place.thing === "absent" && source.kind === "beside" && input.host(source.path) === "absent") {
    return [foundAt(MOUNT_LEADS_NOWHERE, mount.at, `${name} reads ${source.path}, which is not there${remedy}.`)];
  }
  const state = place.thing === "absent" ? "which is not there" : "where there is no store";
  return [foundAt(STORE_NOT_MOUNTED, server.storeAt, `${name} reads ${place.host}, ${state}${remedy}.`)];
}

/** Whether what the server reads can be told at all: a path of another machine cannot, nor what its image was built with. */
function isUnknown({ path, mount, host, thing }: ShownPlace, { service }: MlflowServer, input: ComposeInput): boolean {
  if (mount === null) {
    const copied = input.filesOf(service).dockerfile?.copied ?? [];
    return copied.some(({ to }) => to === null || to === "/" || path === to || path.startsWith(`${to}/`));
  }
  return sourceOf(mount, input).kind === "elsewhere" || (host !== null && thing === "unknown");
}

function remedyFor({ path, kind }: ShownPlace, { stores }: ComposeInput): string {
  const store = stores.find((one) => one.kind === kind) ?? stores[0];
  if (store === undefined) return "";
  const volume = store.kind === kind ? `; the volume ${JSON.stringify(volumeOf(store, path))} would show it` : "";
  return `; a store lies in ${store.path}${volume}`;
}

function volumeOf({ path: from }: MountedStore, to: string): string {
  return `${from.startsWith("..") ? "" : "./"}${from}:${to}`;
}

/** The volume that the service lacks, in the file that names the service. */
function mountEdits({ name, at }: ComposeService, { path, kind }: ShownPlace, { stores }: ComposeInput): FixEdit[] {
  const store = stores.find((one) => one.kind === kind);
  if (store === undefined) return [];
  return [{ path: at.file, kind: "compose-item", service: name, list: "volumes", item: volumeOf(store, path) }];
}

/** What is mounted for reading and is not there stays empty for ever. */
function deadMounts(service: ComposeService, input: ComposeInput): Found[] {
  return service.mounts.flatMap((mount): Found[] => {
    const source = sourceOf(mount, input);
    if (!mount.isReadOnly || source.kind !== "beside" || input.host(source.path) !== "absent") return [];
    const message = `The service ${JSON.stringify(service.name)} mounts ${source.path} for reading, which is not there.`;
    return [foundAt(MOUNT_LEADS_NOWHERE, mount.at, message)];
  });
}
