import { isFields } from "../model/fields.ts";
import type { Severity } from "../model/finding.ts";
import type { Goal } from "../model/goal.ts";
import type { Column, ColumnSet, SavedFilter } from "../model/runsTable.ts";
import { parseColumn } from "./columnText.ts";
import { CONFIG_FILE, NO_CONFIG, type ReadConfig, type VerifyConfig } from "./config.ts";
import { isInsidePath } from "./insidePath.ts";

/** Longer configs are not read, in UTF-16 units. */
export const CONFIG_LIMIT = 1 << 20;

/** Reads a config. Keys that are not known are left to whoever knows them; what has the wrong form is said and skipped. */
export function parseConfig(text: string): ReadConfig {
  if (text.length > CONFIG_LIMIT) return unread(`${CONFIG_FILE} is longer than 1 MiB and was not read.`);
  const value = parsed(text);
  if (value === undefined)
    return unread(`${CONFIG_FILE} is not JSON and was not read; correct it and it counts again.`);
  if (!isFields(value)) return unread(`${CONFIG_FILE} holds no JSON object and was not read.`);
  const problems: string[] = [];
  const fault = (place: string, wanted: string): null => {
    problems.push(`${CONFIG_FILE}: ${place} is skipped; it should be ${wanted}.`);
    return null;
  };
  const config = {
    stores: listOf(value, "stores", fault, (entry, place) =>
      typeof entry === "string" && isInsidePath(entry) ? entry : fault(place, "a relative path inside the repository"),
    ),
    judging: {
      goals: new Map(entriesOf(value, "goals", fault, goal)),
      primary: new Map(entriesOf(value, "primaryMetrics", fault, metricKey)),
    },
    filters: entriesOf(value, "filters", fault, metricKey).map(([name, filter]): SavedFilter => ({ name, filter })),
    verify: verifyConfig(value, fault),
    columnSets: entriesOf(value, "columnSets", fault, columns).map(
      ([name, set]): ColumnSet => ({ name, columns: set }),
    ),
  };
  return { config, problems };
}

type Fault = (place: string, wanted: string) => null;

function unread(problem: string): ReadConfig {
  return { config: NO_CONFIG, problems: [problem] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

function listOf<T>(
  config: Readonly<Record<string, unknown>>,
  key: string,
  fault: Fault,
  read: (entry: unknown, place: string) => T | null,
): T[] {
  const list = Object.hasOwn(config, key) ? config[key] : [];
  if (!Array.isArray(list)) {
    fault(key, "a list");
    return [];
  }
  return list.flatMap((entry, i) => read(entry, `${key}[${i}]`) ?? []);
}

function entriesOf<T>(
  config: Readonly<Record<string, unknown>>,
  key: string,
  fault: Fault,
  read: (value: unknown, place: string, fault: Fault) => T | null,
): [string, T][] {
  const map = Object.hasOwn(config, key) ? config[key] : {};
  if (!isFields(map)) {
    fault(key, "an object");
    return [];
  }
  return Object.entries(map).flatMap(([name, value]): [string, T][] => {
    const found = read(value, `${key}[${JSON.stringify(name.slice(0, 80))}]`, fault);
    return found === null ? [] : [[name, found]];
  });
}

function verifyConfig(value: Readonly<Record<string, unknown>>, fault: Fault): VerifyConfig {
  const section = Object.hasOwn(value, "verify") ? value.verify : {};
  if (!isFields(section)) {
    fault("verify", "an object");
    return NO_CONFIG.verify;
  }
  return {
    rules: new Map(entriesOf(section, "rules", fault, severity)),
    baseline: listOf(section, "baseline", fault, (entry, place) =>
      typeof entry === "string" && /^MLR\d{3} ./.test(entry) ? entry : fault(place, 'a rule and a file, "MLR203 path"'),
    ),
  };
}

function severity(value: unknown, place: string, fault: Fault): Severity | "off" | null {
  const known = (["error", "warning", "info", "off"] as const).find((name) => name === value);
  return known ?? fault(place, '"error", "warning", "info" or "off"');
}

function goal(value: unknown, place: string, fault: Fault): Goal | null {
  return value === "min" || value === "max" || value === "unknown" ? value : fault(place, '"min", "max" or "unknown"');
}

function metricKey(value: unknown, place: string, fault: Fault): string | null {
  return typeof value === "string" && value !== "" ? value : fault(place, "a text that is not empty");
}

function columns(value: unknown, place: string, fault: Fault): Column[] | null {
  const read = Array.isArray(value)
    ? value.map((text) => (typeof text === "string" ? parseColumn(text) : null))
    : [null];
  const known = read.filter((column) => column !== null);
  if (known.length === read.length) return known;
  return fault(place, 'a list of columns such as "metrics.rmse", "params.lr", "tags.team" or "attributes.start"');
}
