import type { MlflowServer } from "../../docker/mlflowServer.ts";
import type { Mount } from "../../docker/mounts.ts";
import { revisionPlace } from "../../model/revisions.ts";
import { headsFor } from "../database/schema.ts";
import type { Check, Found } from "../rule.ts";
import type { ComposeInput, MountedStore } from "./input.ts";
import { composeRule, foundAt } from "./rule.ts";
import { isFrom, isStore, placesOf, type ShownPlace, versionOf } from "./shown.ts";

export const MOUNT_READ_ONLY = composeRule({
  id: "MLR704",
  title: "Read-only mount of a store that MLflow must write to",
  why: "MLflow stops at its start: it makes folders that it misses, changes the schema of an older database, and cannot read a write-ahead log without writing.",
  mend: "Mount it without ro; or make what is missing first: the folders .trash and models of a file store, the newer schema of a database.",
});

export const STORE_REFUSED = composeRule({
  id: "MLR705",
  title: "MLflow of a container that refuses the store",
  why: "From 3.13 on MLflow opens a folder of runs only where MLFLOW_ALLOW_FILE_STORE is true; no MLflow opens a database of a newer one.",
  mend: "Set MLFLOW_ALLOW_FILE_STORE=true under environment, or use a version of MLflow that opens the store.",
  fix: { title: "Set MLFLOW_ALLOW_FILE_STORE=true" },
});

const REFUSES_FILES = [3, 13] as const;

/** Whether each server's MLflow opens the store that it is given, in the way it is given. */
export const checkOpening: Check<ComposeInput> = (input, tell) => {
  for (const server of input.servers) {
    for (const place of placesOf(server, input)) {
      for (const found of findingsAt(place, server, input)) tell(found);
    }
  }
};

function findingsAt({ path, thing, mount }: ShownPlace, server: MlflowServer, input: ComposeInput): Found[] {
  if (isStore(thing)) {
    const refused =
      thing.kind === "file" ? filesRefused(server, thing.path, input) : schemaRefused(server, thing, input);
    return [...refused, ...forbidden(server, thing, mount, input)];
  }
  // Once the store is mounted there, it will be refused.
  const isMeant = server.store.kind === "files" && mount === null && input.stores.some(({ kind }) => kind === "file");
  return isMeant ? filesRefused(server, path, input) : [];
}

function forbidden(server: MlflowServer, store: MountedStore, mount: Mount | null, input: ComposeInput): Found[] {
  const needs = mount?.isReadOnly ? reasonToWrite(server, store, input) : null;
  if (mount === null || needs === null) return [];
  const message = `The service ${JSON.stringify(server.service.name)} may only read ${store.path}, but ${needs}.`;
  return [foundAt(MOUNT_READ_ONLY, mount.at, message)];
}

function filesRefused(server: MlflowServer, path: string, input: ComposeInput): Found[] {
  if (server.allowsFileStore !== false || !isFrom(server, REFUSES_FILES, input)) return [];
  const { name: service, at, environment, image } = server.service;
  const runs = `The service ${JSON.stringify(service)} runs MLflow ${versionText(server, input)}`;
  const message = `${runs}, which refuses ${path}: set MLFLOW_ALLOW_FILE_STORE=true.`;
  const found = foundAt(STORE_REFUSED, image?.at ?? server.at, message);
  if (environment.has("MLFLOW_ALLOW_FILE_STORE")) return [found];
  const item = "MLFLOW_ALLOW_FILE_STORE=true";
  return [{ ...found, edits: [{ path: at.file, kind: "compose-item", service, list: "environment", item }] }];
}

function schemaRefused(server: MlflowServer, store: MountedStore, input: ComposeInput): Found[] {
  const version = versionOf(server, input);
  if (version === null) return [];
  const { newest } = headsFor({ major: version[0], minor: version[1] });
  if (!store.revisions.some((revision) => revisionPlace(revision) > newest)) return [];
  const runs = `The service ${JSON.stringify(server.service.name)} runs MLflow ${version.join(".")}`;
  const message = `${runs}, which does not know the schema of ${store.path}.`;
  return [foundAt(STORE_REFUSED, server.service.image?.at ?? server.at, message)];
}

function versionText(server: MlflowServer, input: ComposeInput): string {
  const version = versionOf(server, input) ?? server.version.from ?? REFUSES_FILES;
  return version.join(".");
}

/** Why MLflow would have to write; null where it need not, or where that is not known. */
function reasonToWrite(server: MlflowServer, store: MountedStore, input: ComposeInput): string | null {
  const version = versionOf(server, input);
  if (store.kind === "file") {
    if (!store.hasTrash) return "MLflow makes the folder .trash in it";
    return store.hasModels || (version !== null && version[0] < 2) ? null : "MLflow makes the folder models in it";
  }
  if (store.isWal) return "its write-ahead log makes even a reader write";
  if (version === null) return null;
  const { known } = headsFor({ major: version[0], minor: version[1] });
  const isOlder = store.revisions.some((revision) => revisionPlace(revision) >= 0 && revisionPlace(revision) < known);
  return isOlder ? `MLflow ${version.join(".")} brings its schema up to date` : null;
}
