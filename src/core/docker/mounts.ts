import { type Environment, fill, isKnown } from "./interpolate.ts";
import { member, type Place, type YamlNode } from "./yamlNode.ts";

/** What a container sees of the host at a path of its own. */
export interface Mount {
  readonly source: MountSource;
  /** Path in the container, without a slash at its end. */
  readonly target: string;
  readonly isReadOnly: boolean;
  readonly at: Place;
}

export type MountSource =
  /** A path relative to the compose file's folder. */
  | { readonly kind: "beside"; readonly path: string }
  /** A path of one machine, or one that only that machine knows. */
  | { readonly kind: "elsewhere"; readonly path: string }
  /** A volume that Docker keeps; null for one without a name. */
  | { readonly kind: "volume"; readonly name: string | null }
  | { readonly kind: "memory" };

/** One entry of `volumes`, short (`./mlruns:/mlruns:ro`) or long; null where it is none. */
export function readMount(node: YamlNode, environment: Environment): Mount | null {
  if (node.kind === "text") return node.text === null ? null : readShort(node.text, node.at, environment);
  if (node.kind !== "map") return null;
  const field = (key: string) => fill(textOf(member(node, key)), environment);
  const [type, source, target] = [field("type"), field("source"), field("target")];
  if (target === "" || !isKnown(target)) return null;
  const rest = { target: trimmed(target), isReadOnly: field("read_only") === "true", at: node.at };
  if (type === "tmpfs") return { source: { kind: "memory" }, ...rest };
  if (type === "bind") return { source: hostPath(source), ...rest };
  return type === "volume" ? { source: { kind: "volume", name: source || null }, ...rest } : null;
}

function readShort(text: string, at: Place, environment: Environment): Mount | null {
  // A drive's colon is none that parts.
  const [, source, target, mode] =
    /^(?:((?:[A-Za-z]:[\\/])?[^:]*):)?([^:]+)(?::([\w,]+))?$/.exec(fill(text, environment).trim()) ?? [];
  if (target === undefined || !isKnown(target)) return null;
  const rest = { target: trimmed(target), isReadOnly: mode?.split(",").includes("ro") === true, at };
  if (source === undefined) return { source: { kind: "volume", name: null }, ...rest };
  const isPath = !isKnown(source) || /^(\.|\/|~|[A-Za-z]:[\\/])/.test(source);
  return { source: isPath ? hostPath(source) : { kind: "volume", name: source }, ...rest };
}

/** A path of the host, as a compose file writes it. */
export function hostPath(path: string): MountSource {
  const isBeside = isKnown(path) && !/^(\/|~|[A-Za-z]:[\\/]|\\)/.test(path);
  return isBeside ? { kind: "beside", path: normalised(path) } : { kind: "elsewhere", path };
}

/** The mount that holds a path of the container, the innermost one, and what follows behind it. */
export function mountOf(
  mounts: readonly Mount[],
  path: string,
): { readonly mount: Mount; readonly rest: string } | null {
  const holding = mounts.filter(
    ({ target }) => path === target || path.startsWith(target === "/" ? "/" : `${target}/`),
  );
  const [mount] = holding.sort((a, b) => b.target.length - a.target.length);
  return mount === undefined ? null : { mount, rest: path.slice(mount.target.length).replace(/^\//, "") };
}

/** A path without `.` and with `..` resolved as far as it goes; `.` for the folder itself. */
export function normalised(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split(/[\\/]+/)) {
    if (segment === ".." && kept.length > 0 && kept.at(-1) !== "..") kept.pop();
    else if (segment !== "" && segment !== ".") kept.push(segment);
  }
  return kept.join("/") || ".";
}

function trimmed(target: string): string {
  const path = target.startsWith("/") ? `/${normalised(target)}` : target;
  return path === "/." ? "/" : path;
}

function textOf(node: YamlNode | undefined): string {
  return node?.kind === "text" ? (node.text ?? "") : "";
}
