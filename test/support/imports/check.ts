import { builtinModules } from "node:module";
import { posix } from "node:path";
import { findCycle } from "./cycle.ts";
import { CORE_LEVELS, CORE_PACKAGES, ENTRY_POINTS, FLOORS, WITHOUT_NODE } from "./rules.ts";
import { importsOf } from "./scan.ts";

/** Path below `src` to its text. */
export type Sources = ReadonlyMap<string, string>;

/** Everything in a house of sources that the design forbids, one sentence each, sorted. */
export function checkImports(sources: Sources): readonly string[] {
  const graph = new Map<string, readonly string[]>();
  const faults: string[] = [];
  for (const [file, source] of sources) {
    const imports = importsOf(source);
    graph.set(
      file,
      imports.filter(isRelative).map((name) => posix.join(posix.dirname(file), name)),
    );
    faults.push(...imports.filter((name) => !isRelative(name)).flatMap((name) => packageFaults(file, name)));
  }
  for (const [file, targets] of graph) faults.push(...targets.flatMap((target) => arrowFaults(file, target, sources)));
  const cycle = findCycle(graph);
  if (cycle) faults.push(`a cycle: ${cycle.join(" -> ")}`);
  return [...faults, ...unusedFaults(graph)].sort();
}

function isRelative(name: string): boolean {
  return name.startsWith(".");
}

const BUILTIN = new Set(builtinModules);

function packageFaults(file: string, name: string): string[] {
  const floor = floorOf(file);
  if (name === "vscode") return floor === "editor" ? [] : [`${file} imports vscode outside editor/`];
  if (name.startsWith("node:") || BUILTIN.has(name)) {
    return WITHOUT_NODE.includes(floor) ? [`${file} imports ${name} in ${floor}/`] : [];
  }
  if (floor === "core" && !CORE_PACKAGES.includes(name)) return [`${file} imports the package ${name} in core/`];
  return [];
}

function arrowFaults(file: string, target: string, sources: Sources): string[] {
  // Styles and pictures are bundled, they import nothing.
  if (/\.(css|svg|json)$/.test(target)) return [];
  if (!sources.has(target)) return [`${file} imports ${target}, which is not there`];
  const from = floorOf(file);
  const to = floorOf(target);
  const allowed = FLOORS[from];
  if (allowed === undefined) return [`${file} lies on no floor of the house`];
  if (!allowed.includes(to)) return [`${file} imports ${target}: ${from} stands below or beside ${to}`];
  return from === "core" ? coreFaults(file, target) : [];
}

function coreFaults(file: string, target: string): string[] {
  const [from, to] = [roomOf(file), roomOf(target)];
  const level = (room: string): number => CORE_LEVELS.findIndex((rooms) => rooms.includes(room));
  if (level(from) === -1) return [`${file} lies in no known folder of core`];
  if (from === to || level(to) < level(from)) return [];
  return [`${file} imports ${target}: core/${from} stands below or beside core/${to}`];
}

function unusedFaults(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const used = new Set([...graph.values()].flat());
  const unused = [...graph.keys()].filter((file) => !used.has(file) && !ENTRY_POINTS.some((entry) => entry.test(file)));
  return unused.map((file) => `${file} is imported by nobody`);
}

function floorOf(file: string): string {
  return file.split("/")[0] ?? "";
}

function roomOf(file: string): string {
  return file.split("/")[1] ?? "";
}
