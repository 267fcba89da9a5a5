import type { ComposeItem } from "../model/finding.ts";
import { readCompose } from "./compose.ts";
import type { ComposeService } from "./service.ts";
import { entry, member, type YamlNode } from "./yamlNode.ts";
import { readYamlTree } from "./yamlTree.ts";

/**
 * A compose file with one more volume or variable of a service, every other byte as it was: as the first of the list that
 * is there, else in a list of its own. Null where it would not be read so afterwards; then a person has to write it.
 */
export function withComposeItem(text: string, { service, list, item }: ComposeItem): string | null {
  const there = serviceOf(text, service);
  if (there?.kind !== "map") return null;
  const given = entry(there, list);
  const isOfMap = list === "environment" && given?.value.kind !== "list";
  const [name = "", value = ""] = [item.slice(0, item.indexOf("=")), item.slice(item.indexOf("=") + 1)];
  const written = isOfMap ? `${name}: ${JSON.stringify(value)}` : JSON.stringify(item);
  const after =
    given === undefined
      ? withLines(
          text,
          there,
          [`${list}:`, isOfMap ? `  ${written}` : `  - ${written}`],
          `${list}: ${isOfMap ? `{ ${written} }` : `[${written}]`}`,
        )
      : withLines(text, given.value, [isOfMap ? written : `- ${written}`], written);
  return after !== null && holds(text, after, service, list) ? after : null;
}

function serviceOf(text: string, name: string): YamlNode | undefined {
  const tree = readYamlTree(text, "");
  return tree.ok ? member(member(tree.root ?? undefined, "services"), name) : undefined;
}

/** Puts lines before the first part of a list or map, or, where it is written in brackets, a text behind the bracket. */
function withLines(text: string, node: YamlNode, block: readonly string[], flow: string): string | null {
  const offset = offsetOf(text, node.at);
  if (text[offset] === "[" || text[offset] === "{") {
    const isEmpty = node.kind === "list" ? node.items.length === 0 : node.kind === "map" && node.entries.size === 0;
    const rest = text.slice(offset + 1);
    const space = /^\s/.test(rest) && !isEmpty ? " " : "";
    return `${text.slice(0, offset + 1)}${space}${flow}${isEmpty ? "" : ", "}${rest.replace(/^ +/, "")}`;
  }
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const indent = /^ */.exec(text.slice(start, offset))?.[0] ?? "";
  // A list's place is that of its first dash, a map's that of its first key.
  if (start + indent.length !== offset) return null;
  const end = text[text.indexOf("\n", offset) - 1] === "\r" ? "\r\n" : "\n";
  return `${text.slice(0, start)}${block.map((line) => `${indent}${line}${end}`).join("")}${text.slice(start)}`;
}

function offsetOf(text: string, { line, column }: { readonly line: number; readonly column: number }): number {
  let start = 0;
  for (let left = line - 1; left > 0; left--) start = text.indexOf("\n", start) + 1;
  return start + column - 1;
}

/** Whether the service has the item afterwards, and everything else is as it was. */
function holds(before: string, after: string, service: string, list: ComposeItem["list"]): boolean {
  const [was, is] = [before, after].map((text) => readCompose(text, {}));
  if (was === undefined || is === undefined || was.length !== is.length) return false;
  return was.every((one, i) => {
    const now = is[i];
    if (now === undefined) return false;
    if (one.name !== service) return unplaced(one) === unplaced(now);
    const isLonger =
      list === "volumes"
        ? now.mounts.length === one.mounts.length + 1
        : now.environment.size === one.environment.size + 1;
    const rest = list === "volumes" ? { mounts: [] } : { environment: new Map() };
    return isLonger && unplaced({ ...one, ...rest }) === unplaced({ ...now, ...rest });
  });
}

/** A service as text without its places, which move. */
function unplaced(service: ComposeService): string {
  return JSON.stringify(service, (key, value: unknown) =>
    key === "at" || key === "extends" ? null : value instanceof Map ? [...value] : value,
  );
}
