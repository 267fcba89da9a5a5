import { toleranceOf } from "../core/compare/toleranceText.ts";
import { parseColumn } from "../core/config/columnText.ts";
import type { Column } from "../core/model/runsTable.ts";
import type { OrderKey } from "../core/query/orderKey.ts";
import { type RunFilter, readOrder, readRunFilter } from "./query.ts";
import { splitArguments } from "./split.ts";
import { UsageError } from "./usage.ts";

export const COMMANDS = ["ls", "runs", "show", "compare", "trend", "export", "site"] as const;
export type CommandName = (typeof COMMANDS)[number];

export interface Options {
  readonly path: string;
  /** The run asked for; only `show` has one. */
  readonly run: string;
  /** What `compare` was given; the last may be a path. */
  readonly given: readonly string[];
  /** Which of them the others are measured against; null for the first. */
  readonly baseline: string | null;
  readonly allKeys: boolean;
  /** The metric to judge by; null for the usual one. */
  readonly metric: string | null;
  /** Whether low or high values of it are better; null where nobody said. */
  readonly goal: "min" | "max" | null;
  /** Values that differ by no more than this share of the greater count as the same, from 0 to 1. */
  readonly tolerance: number;
  /** Which of a run's values of it. */
  readonly value: TrendValue;
  /** A param, a tag or an attribute; null for no groups. */
  readonly groupBy: Column | null;
  readonly experiments: readonly string[];
  /** Null for all runs. */
  readonly filter: RunFilter | null;
  readonly orderBy: readonly OrderKey[];
  readonly limit: number;
  readonly deleted: boolean;
  readonly format: string;
  readonly strict: boolean;
}

export type Invocation =
  | { readonly kind: "help"; readonly command: CommandName | null }
  | { readonly kind: "version" }
  | { readonly kind: "command"; readonly command: CommandName; readonly options: Options };

/** Options that a command understands besides `--help` and `--strict`. */
const TAKES: Readonly<Record<CommandName, readonly string[]>> = {
  ls: ["deleted", "format"],
  runs: ["experiment", "filter", "where", "order-by", "limit", "deleted", "format"],
  show: ["format"],
  compare: ["baseline", "metric", "goal", "tolerance", "all-keys", "format"],
  trend: [
    ...["experiment", "filter", "where", "deleted", "limit"],
    ...["metric", "goal", "value", "group-by", "format"],
  ],
  export: ["format"],
  site: ["format"],
};

/** The first is what is meant without `--format`. */
const FORMATS: Readonly<Record<CommandName, readonly [string, ...string[]]>> = {
  ls: ["table", "json", "csv"],
  runs: ["table", "json", "csv"],
  show: ["table", "json"],
  compare: ["table", "markdown", "json", "csv", "html"],
  trend: ["table", "csv", "json", "markdown"],
  export: ["json", "jsonl"],
  site: ["html"],
};

/** Understands a command line; throws UsageError with what to do instead. */
export function parseCommandLine(argv: readonly string[]): Invocation {
  const { values, positionals } = split(argv);
  const [name, ...rest] = positionals;
  if (values.version) return { kind: "version" };
  if (name === "help") return { kind: "help", command: isCommand(rest[0]) ? rest[0] : null };
  if (name === undefined) {
    if (values.help || argv.length === 0) return { kind: "help", command: null };
    throw new UsageError(`No command is given; ${SEE}`);
  }
  if (!isCommand(name)) throw new UsageError(`There is no command "${name}"; the commands are ${COMMANDS.join(", ")}.`);
  if (values.help) return { kind: "help", command: name };
  return { kind: "command", command: name, options: optionsOf(name, values, rest) };
}

function optionsOf(name: CommandName, values: ReturnType<typeof split>["values"], rest: readonly string[]): Options {
  const foreign = Object.keys(values).find((option) => option !== "strict" && !TAKES[name].includes(option));
  if (foreign) throw new UsageError(`"${name}" takes no --${foreign}; see "mlflow-runs ${name} --help".`);
  const [run, path] = name === "show" ? showArguments(rest) : ["", pathArgument(name, rest)];
  return {
    path,
    run,
    given: name === "compare" ? rest : [],
    baseline: values.baseline ?? null,
    allKeys: values["all-keys"] ?? false,
    metric: values.metric ?? null,
    goal: goalOf(values.goal),
    tolerance: values.tolerance === undefined ? 0 : shareOf(values.tolerance),
    value: trendValueOf(values.value),
    groupBy: values["group-by"] === undefined ? null : groupOf(values["group-by"]),
    experiments: values.experiment ?? [],
    filter: filterOf(values.filter, values.where),
    orderBy: (values["order-by"] ?? []).map(readOrder),
    limit: values.limit === undefined ? Number.POSITIVE_INFINITY : limitOf(values.limit),
    deleted: values.deleted ?? false,
    format: formatOf(name, values.format),
    strict: values.strict ?? false,
  };
}

const SEE = 'see "mlflow-runs --help".';

const OPTIONS = {
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "V" },
  strict: { type: "boolean" },
  deleted: { type: "boolean" },
  experiment: { type: "string", short: "e", multiple: true },
  filter: { type: "string" },
  where: { type: "string", short: "w" },
  "order-by": { type: "string", short: "o", multiple: true },
  limit: { type: "string", short: "n" },
  baseline: { type: "string", short: "b" },
  metric: { type: "string", short: "m" },
  goal: { type: "string", short: "g" },
  tolerance: { type: "string", short: "t" },
  "all-keys": { type: "boolean" },
  value: { type: "string" },
  "group-by": { type: "string" },
  format: { type: "string", short: "f" },
} as const;

function split(argv: readonly string[]) {
  return splitArguments(argv, OPTIONS, SEE);
}

function isCommand(name: string | undefined): name is CommandName {
  return COMMANDS.some((command) => command === name);
}

function pathArgument(name: CommandName, rest: readonly string[]): string {
  if (name === "compare") return ".";
  if (rest.length > 1) throw new UsageError(`"${name}" takes one path; quote it where it holds spaces.`);
  return rest[0] ?? ".";
}

function showArguments(rest: readonly string[]): [string, string] {
  const [run, path = "."] = rest;
  if (!run)
    throw new UsageError(
      'Say which run to show, by id, the first 4 of its id or more, or name: "mlflow-runs show RUN".',
    );
  if (rest.length > 2) throw new UsageError('"show" takes a run and a path; quote names that hold spaces.');
  return [run, path];
}

function filterOf(filter: string | undefined, where: string | undefined): RunFilter | null {
  if (filter !== undefined && where !== undefined) {
    throw new UsageError("Give --filter or --where, not both; --where understands all that --filter does.");
  }
  if (where !== undefined) return readRunFilter("where", where);
  return filter === undefined ? null : readRunFilter("filter", filter);
}

function goalOf(text: string | undefined): "min" | "max" | null {
  if (text === undefined || text === "min" || text === "max") return text ?? null;
  throw new UsageError(`--goal is min (lower is better) or max (higher is better), not "${text}".`);
}

function shareOf(text: string): number {
  const share = toleranceOf(text);
  if (share !== null) return share;
  throw new UsageError(`--tolerance takes a share in percent, as in 0.5 or 0.5%, not "${text}".`);
}

const TREND_VALUES = ["last", "best", "min", "max", "first"] as const;
type TrendValue = (typeof TREND_VALUES)[number];

function trendValueOf(text = "last"): TrendValue {
  const known = TREND_VALUES.find((value) => value === text);
  if (known !== undefined) return known;
  throw new UsageError(`--value is one of ${TREND_VALUES.join(", ")}, not "${text}".`);
}

const GROUPED = ["status", "user", "experiment"];

function groupOf(text: string): Column {
  const column = parseColumn(GROUPED.includes(text) ? `attributes.${text}` : text);
  const isKnown = column?.kind === "param" || column?.kind === "tag" || GROUPED.includes(column?.key ?? "");
  if (column && column.kind !== "metric" && isKnown) return column;
  throw new UsageError(`--group-by takes params.KEY, tags.KEY, ${GROUPED.join(", ")}, not "${text}".`);
}

function limitOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--limit takes a number of runs, not "${text}".`);
  return Number(text);
}

function formatOf(name: CommandName, given: string | undefined): string {
  const formats = FORMATS[name];
  if (given === undefined) return formats[0];
  if (formats.includes(given)) return given;
  throw new UsageError(`"${name}" has no format "${given}"; it has ${formats.join(", ")}.`);
}
