import { type Command, readCommand } from "./command.ts";
import { type Environment, fill, isKnown } from "./interpolate.ts";
import { type Mount, readMount } from "./mounts.ts";
import { type PublishedPort, readLongPort, readShortPort } from "./ports.ts";
import { entriesOf, entry, itemsOf, member, type Place, type YamlNode } from "./yamlNode.ts";

/** A text with its place. */
export interface Located {
  readonly text: string;
  readonly at: Place;
}

/** How Docker asks a container for its health. */
export interface HealthCheck {
  readonly words: readonly string[];
  /** Whether a shell of the container reads it. */
  readonly isShell: boolean;
  readonly at: Place;
}

/** A service of a compose file, its variables filled. */
export interface ComposeService {
  readonly name: string;
  /** Of its name. */
  readonly at: Place;
  readonly image: Located | null;
  readonly build: Build | null;
  readonly entrypoint: Command | null;
  readonly command: Command | null;
  /** Variables stated in the file itself; a null value is taken from whoever starts it. */
  readonly environment: ReadonlyMap<string, Located | null>;
  readonly envFiles: readonly string[];
  readonly folder: string | null;
  readonly mounts: readonly Mount[];
  readonly ports: readonly PublishedPort[];
  readonly profiles: readonly string[];
  /** `host`, `none`, `service:…`; null for a network of its own. */
  readonly network: string | null;
  /** `none` where it is switched off. */
  readonly healthCheck: HealthCheck | "none" | null;
  /** Where it takes the rest of it from another service or file, which is not followed. */
  readonly extends: Place | null;
}

/** What an image is built from; paths as written, relative to the compose file's folder and to the context. */
export interface Build {
  readonly context: string;
  readonly dockerfile: string;
  readonly target: string | null;
  readonly args: Environment;
  readonly isInline: boolean;
}

export function readService(name: string, at: Place, node: YamlNode, environment: Environment): ComposeService {
  const located = (key: string): Located | null => {
    const value = member(node, key);
    return value?.kind === "text" && value.text !== null ? { text: fill(value.text, environment), at: value.at } : null;
  };
  return {
    name,
    at,
    image: located("image"),
    build: readBuild(member(node, "build"), environment),
    entrypoint: readCommand(member(node, "entrypoint"), environment),
    command: readCommand(member(node, "command"), environment),
    environment: readVariables(member(node, "environment"), environment),
    envFiles: readEnvFiles(member(node, "env_file"), environment),
    folder: located("working_dir")?.text ?? null,
    mounts: itemsOf(member(node, "volumes")).flatMap((item) => readMount(item, environment) ?? []),
    ports: itemsOf(member(node, "ports")).flatMap((item) => readPort(item, environment) ?? []),
    profiles: itemsOf(member(node, "profiles")).flatMap((item) => textOf(item, environment) ?? []),
    network: located("network_mode")?.text ?? null,
    healthCheck: readHealthCheck(member(node, "healthcheck"), environment),
    extends: entry(node, "extends")?.at ?? null,
  };
}

/** What a service is with what another file says of it: single values are replaced, lists and maps added to. */
export function overriddenService(below: ComposeService, over: ComposeService): ComposeService {
  const targets = new Set(over.mounts.map(({ target }) => target));
  return {
    name: below.name,
    at: below.at,
    image: over.image ?? below.image,
    build: over.build ?? below.build,
    entrypoint: over.entrypoint ?? below.entrypoint,
    command: over.command ?? (over.entrypoint === null ? below.command : null),
    environment: new Map([...below.environment, ...over.environment]),
    envFiles: [...below.envFiles, ...over.envFiles],
    folder: over.folder ?? below.folder,
    mounts: [...below.mounts.filter(({ target }) => !targets.has(target)), ...over.mounts],
    ports: [...below.ports, ...over.ports],
    profiles: [...below.profiles, ...over.profiles],
    network: over.network ?? below.network,
    healthCheck: over.healthCheck ?? below.healthCheck,
    extends: over.extends ?? below.extends,
  };
}

function readBuild(node: YamlNode | undefined, environment: Environment): Build | null {
  if (node === undefined) return null;
  const text = (key: string): string | null => textOf(member(node, key), environment);
  const args = readVariables(member(node, "args"), environment);
  return {
    context: textOf(node, environment) ?? text("context") ?? ".",
    dockerfile: text("dockerfile") ?? "Dockerfile",
    target: text("target"),
    args: Object.fromEntries([...args].flatMap(([name, value]) => (value === null ? [] : [[name, value.text]]))),
    isInline: member(node, "dockerfile_inline") !== undefined,
  };
}

/** `NAME: value` or `- NAME=value`; both forms take the value of whoever starts it where none is given. */
function readVariables(node: YamlNode | undefined, environment: Environment): ReadonlyMap<string, Located | null> {
  const variables = new Map<string, Located | null>();
  const set = (name: string, value: string | null, at: Place): void => {
    const text = value ?? (Object.hasOwn(environment, name) ? (environment[name] ?? null) : null);
    variables.set(name, text === null ? null : { text, at });
  };
  for (const { key, value, at } of entriesOf(node))
    set(key, textOf(value, environment), value.kind === "text" ? value.at : at);
  for (const item of itemsOf(node)) {
    const text = textOf(item, environment);
    const equals = text?.indexOf("=") ?? -1;
    if (text !== null)
      set(equals < 0 ? text : text.slice(0, equals), equals < 0 ? null : text.slice(equals + 1), item.at);
  }
  return variables;
}

/** A path, or a list of paths or of `{ path: … }`. */
function readEnvFiles(node: YamlNode | undefined, environment: Environment): readonly string[] {
  const items = node?.kind === "list" ? itemsOf(node) : node === undefined ? [] : [node];
  return items.flatMap((item) => textOf(item, environment) ?? textOf(member(item, "path"), environment) ?? []);
}

function readPort(node: YamlNode, environment: Environment): PublishedPort | null {
  const short = textOf(node, environment);
  if (short !== null) return isKnown(short) ? readShortPort(short, node.at) : null;
  const field = (key: string) => textOf(member(node, key), environment) ?? "";
  const fields = {
    host: field("host_ip"),
    published: field("published"),
    target: field("target"),
    protocol: field("protocol"),
  };
  return Object.values(fields).every(isKnown) ? readLongPort(fields, node.at) : null;
}

function readHealthCheck(node: YamlNode | undefined, environment: Environment): ComposeService["healthCheck"] {
  const test = member(node, "test");
  if (textOf(member(node, "disable"), environment) === "true") return "none";
  const text = textOf(test, environment);
  if (test === undefined) return null;
  if (text !== null) return { words: [text], isShell: true, at: test.at };
  const [kind, ...words] = itemsOf(test).flatMap((item) => textOf(item, environment) ?? []);
  if (kind === "NONE") return "none";
  return kind === "CMD" || kind === "CMD-SHELL" ? { words, isShell: kind === "CMD-SHELL", at: test.at } : null;
}

function textOf(node: YamlNode | undefined, environment: Environment): string | null {
  return node?.kind === "text" && node.text !== null ? fill(node.text, environment) : null;
}
