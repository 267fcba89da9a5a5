import { simpleCommands } from "./command.ts";
import { folderOfImage, type ImageName } from "./image.ts";
import { installedMlflow } from "./installedMlflow.ts";
import { type Environment, isKnown } from "./interpolate.ts";
import type { VersionRange } from "./mlflowVersion.ts";
import { normalised } from "./mounts.ts";
import type { ComposeService, Located } from "./service.ts";
import { effectiveCommand, imageOf, type ServiceFiles } from "./serviceFiles.ts";
import type { Place } from "./yamlNode.ts";

/** `mlflow server` or `mlflow ui`, as a service starts it. */
export interface MlflowServer {
  readonly service: ComposeService;
  readonly image: ImageName | null;
  readonly version: VersionRange;
  /** Where it keeps experiments and runs, and where that is said. */
  readonly store: ServerStore;
  readonly storeAt: Place;
  readonly host: string;
  readonly port: number | null;
  readonly at: Place;
  /** Whether it takes file stores in spite of being 3.13 or newer; null where only its environment knows. */
  readonly allowsFileStore: boolean | null;
  /** Whether it asks who somebody is. */
  readonly hasSignIn: boolean;
  /** An option that stands on a line of its own behind the command, where a shell takes it for another command. */
  readonly strayOption: string | null;
}

export type ServerStore =
  /** A path of the container. */
  | { readonly kind: "files" | "database"; readonly path: string }
  /** Nothing is said: `mlruns` of the folder, or, from 3.7 on where there is none, `mlflow.db`. */
  | { readonly kind: "default"; readonly folder: string }
  | { readonly kind: "remote"; readonly scheme: string }
  | { readonly kind: "unknown" };

/** The MLflow server that a service runs; null where it runs none, or what it runs cannot be told. */
export function mlflowServerOf(service: ComposeService, files: ServiceFiles): MlflowServer | null {
  const image = imageOf(service, files);
  const environment = environmentOf(service, files);
  const known = image === null ? null : folderOfImage(image);
  const folder = service.folder ?? files.dockerfile?.folder ?? known;
  const command = effectiveCommand(service, files);
  const commands = simpleCommands(command.words, folder, environment);
  const found = commands.map((one) => ({ one, words: serverWords(one.words) })).find(({ words }) => words !== null);
  if (found?.words == null) return null;
  const { one, words } = found;
  const option = (names: readonly string[]) => optionOf(words, names);
  const variable = (name: string) => one.environment[name] || null;
  const at = command.at ?? service.at;
  const uri = option(["--backend-store-uri"]);
  const stated = variable("MLFLOW_BACKEND_STORE_URI");
  const store = storeOf(uri ?? stated ?? "", one.folder, uri === null && stated === null && files.variables === null);
  const port = option(["--port", "-p"]) ?? variable("MLFLOW_PORT") ?? "5000";
  return {
    service,
    image,
    version: installedMlflow(image, commands, files),
    store,
    storeAt: uri === null && stated !== null ? (service.environment.get("MLFLOW_BACKEND_STORE_URI")?.at ?? at) : at,
    host: option(["--host", "-h"]) ?? variable("MLFLOW_HOST") ?? (files.variables === null ? "" : "127.0.0.1"),
    port: /^\d{1,5}$/.test(port) ? Number(port) : null,
    at,
    allowsFileStore: allowance(service, one.environment, files),
    hasSignIn: option(["--app-name"]) === "basic-auth",
    strayOption: commands.find(({ words: [first] }) => first?.startsWith("--"))?.words[0] ?? null,
  };
}

/** Later ones win: those of the image, of `env_file`, of the service. */
function environmentOf({ environment }: ComposeService, { dockerfile, variables }: ServiceFiles): Environment {
  const own = [...environment].flatMap(([name, value]) => (value === null ? [] : [[name, value.text] as const]));
  return { ...dockerfile?.environment, ...variables, ...Object.fromEntries(own) };
}

/** What follows `mlflow server` or `mlflow ui`, also behind `exec`, `uv run`, `python -m`; null where it is another command. */
function serverWords(words: readonly string[]): readonly string[] | null {
  const program = words.findIndex((word) => /(^|\/)mlflow$/.test(word));
  const verb =
    program < 0 ? -1 : words.slice(program + 1, program + 4).findIndex((word) => word === "server" || word === "ui");
  return verb < 0 ? null : words.slice(program + verb + 2);
}

function optionOf(words: readonly string[], names: readonly string[]): string | null {
  for (const [i, word] of words.entries()) {
    const name = names.find((one) => word === one || word.startsWith(one.startsWith("--") ? `${one}=` : one));
    if (name === word) return words[i + 1] ?? "";
    if (name !== undefined) return word.slice(name.startsWith("--") ? name.length + 1 : name.length);
  }
  return null;
}

function storeOf(uri: string, folder: string | null, isHidden: boolean): ServerStore {
  const inFolder = (path: string, kind: "files" | "database"): ServerStore => {
    if (path.startsWith("/")) return { kind, path: `/${normalised(path)}` };
    return folder === null ? { kind: "unknown" } : { kind, path: `/${normalised(`${folder}/${path}`)}` };
  };
  const [, scheme = "", rest = ""] = /^([a-z][\w+.-]*):(.*)$/is.exec(uri) ?? [];
  const isLocal = scheme === "" || /^(file|sqlite(\+\w+)?)$/i.test(scheme);
  if (!isLocal) return { kind: "remote", scheme: scheme.toLowerCase() };
  if (isHidden || !isKnown(uri)) return { kind: "unknown" };
  if (uri === "") return folder === null ? { kind: "unknown" } : { kind: "default", folder };
  if (scheme === "") return inFolder(uri, "files");
  const path = rest.split(/[?#]/)[0] ?? "";
  // `sqlite:///mlflow.db` counts from the folder, `sqlite:////mlflow.db` does not; what stands for a host is none.
  if (/^sqlite/i.test(scheme)) return /^\/\/\/./.test(path) ? inFolder(path.slice(3), "database") : { kind: "unknown" };
  return /^\/\/[^/]/.test(path) ? { kind: "unknown" } : inFolder(path.replace(/^\/\//, ""), "files");
}

function allowance({ environment }: ComposeService, variables: Environment, files: ServiceFiles): boolean | null {
  const stated: Located | null | undefined = environment.get("MLFLOW_ALLOW_FILE_STORE");
  const value = variables.MLFLOW_ALLOW_FILE_STORE;
  if (value === undefined) return stated === null || files.variables === null ? null : false;
  return isKnown(value) ? /^(true|1)$/i.test(value) : null;
}
