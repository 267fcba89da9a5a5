import { DELETED_STAGE, toVersion } from "../../files/modelVersion.ts";
import type { LoggedModel } from "../../model/loggedModel.ts";
import type { ModelVersion, RegisteredModel } from "../../model/registry.ts";
import type { StoreContents } from "../../model/store.ts";
import type { ModelsFacts, RegisteredFacts } from "../facts/modelFacts.ts";

/** A logged model, of a file store or a database alike. */
export interface KnownModel {
  readonly experiment: string;
  readonly id: string;
  /** Where findings of it point: below the store, empty in a database. */
  readonly file: string;
  /** Its folder below the store; null in a database. */
  readonly home: string | null;
  readonly uri: string;
  readonly sourceRun: string | null;
  /** Whether its files were written to the end, by what it says. */
  readonly isReady: boolean;
}

/** A version of a registered model; versions that were deleted and prompts, which have no files, are none. */
export interface KnownVersion {
  readonly version: ModelVersion;
  readonly file: string;
}

export interface KnownAlias {
  readonly model: string;
  readonly alias: string;
  /** As it stands. */
  readonly version: string;
  readonly file: string;
  /** The numbers that there are. */
  readonly versions: readonly string[];
}

/** The models of a store. */
export interface KnownModels {
  /** Every logged model, also one that cannot be read: its experiment, by its id and by its folder's name. */
  readonly all: ReadonlyMap<string, string>;
  readonly logged: readonly KnownModel[];
  readonly versions: readonly KnownVersion[];
  readonly aliases: readonly KnownAlias[];
}

/** Models of a file store. */
export function knownOfFacts({ logged, registered }: ModelsFacts): KnownModels {
  const models = logged
    .filter(({ meta }) => meta.readable && meta.fields.get("lifecycle_stage") !== "deleted")
    .map(({ experiment, folder, id, meta: { fields, path } }): KnownModel => {
      const uri = fields.get("artifact_location") ?? "";
      const sourceRun = fields.get("source_run_id") || null;
      return { experiment, id, file: path, home: folder, uri, sourceRun, isReady: fields.get("status") === "2" };
    });
  const ids = logged.flatMap(({ id, experiment, meta }): [string, string][] => [
    [id, experiment],
    [meta.fields.get("model_id") || id, experiment],
  ]);
  return {
    all: new Map(ids),
    logged: models,
    versions: registered.flatMap(versionsOf),
    aliases: registered.flatMap(({ name, aliases, versions }) =>
      aliases.map(({ alias, path, text }): KnownAlias => {
        const numbers = versions.filter(isKept).map(({ number }) => String(Number(number)));
        return { model: name, alias, version: text?.trim() ?? "", file: path, versions: numbers };
      }),
    ),
  };
}

function versionsOf({ name, meta, versions, aliases, isPrompt }: RegisteredFacts): KnownVersion[] {
  if (isPrompt) return [];
  const stated = aliases.map(({ alias, text }) => ({ alias, version: text?.trim() ?? "" }));
  return versions.flatMap(({ folder, meta: own }): KnownVersion[] => {
    const version = own.readable ? toVersion(meta.fields.get("name") || name, folder, own, [], stated) : null;
    return version === null ? [] : [{ version, file: own.path }];
  });
}

/** MLflow keeps the files of a version that was deleted. */
function isKept({ meta }: RegisteredFacts["versions"][number]): boolean {
  return meta.fields.get("current_stage") !== DELETED_STAGE;
}

/** Models of a database. */
export function knownOfContents({ registry, loggedModels }: StoreContents): KnownModels {
  return {
    all: new Map(loggedModels.map(({ id, experiment }) => [id, experiment])),
    logged: loggedModels.filter(({ lifecycle }) => lifecycle === "active").map(knownModel),
    versions: registry.filter(({ isPrompt }) => !isPrompt).flatMap(({ versions }) => versions.map(inDatabase)),
    aliases: registry.flatMap(aliasesOf),
  };
}

function knownModel({ experiment, id, artifactLocation, sourceRunId, status }: LoggedModel): KnownModel {
  const place = { experiment, id, file: "", home: null };
  return { ...place, uri: artifactLocation, sourceRun: sourceRunId, isReady: status === "READY" };
}

function inDatabase(version: ModelVersion): KnownVersion {
  return { version, file: "" };
}

function aliasesOf({ name, aliases, versions }: RegisteredModel): KnownAlias[] {
  const numbers = versions.map(({ version }) => version);
  return aliases.map(({ alias, version }) => ({ model: name, alias, version, file: "", versions: numbers }));
}
