import { load } from "js-yaml";
import { delimitedRecords } from "../artifacts/table.ts";
import { type LooseJson, lineAt, readLooseJson } from "../files/looseJson.ts";
import { TEXT_SCHEMA } from "../files/textSchema.ts";
import { isFields } from "../model/fields.ts";
import { goalOf } from "../model/goal.ts";

/** A file of the pipeline, outside of every store, that names runs or models. */
export interface PipelineFile {
  /** Below the folder looked in, `/` between segments. */
  readonly path: string;
  /** What is wrong with its JSON; null where it is JSON, or no JSON at all. */
  readonly fault: {
    readonly kind: NonNullable<LooseJson["kind"]>;
    readonly line: number;
    readonly reason: string;
  } | null;
  readonly claims: readonly ModelClaim[];
}

/** What one object or row of such a file says of a model. */
export interface ModelClaim {
  /** Id of a run; null where none is stated. */
  readonly run: string | null;
  readonly model: string | null;
  readonly metrics: readonly { readonly key: string; readonly value: number }[];
  /** Paths of model and metadata files, as written. */
  readonly files: readonly string[];
  /** The metadata file among them, which may name the run; null where none is stated. */
  readonly metadata: string | null;
  /** Whether it is what a deployment says of itself: a run with its model, or a model with its file and metrics. */
  readonly isDeployment: boolean;
  /** Whether a column such as `Is_Best` says that it is the best of its table; null where nothing is said. */
  readonly isBest: boolean | null;
}

/** Larger files are data, not what a pipeline says of its models. In bytes. */
export const PIPELINE_FILE_LIMIT = 64 << 10;

const OBJECTS = 2000;
const DEPTH = 8;
const RUN_KEY = /^(mlflow_?)?(best_?)?run_?(id|uuid)$/i;
const RUN_ID = /^[0-9a-f]{32}$/;
const NAMES_A_RUN = /\b(mlflow_?)?(best_?)?run_?(id|uuid)\\?["']?\s*[:=]\s*\\?["']?[0-9a-f]{32}\b|\b(runs|models):\//i;
const FILE_KEY = /^(model|metadata)_?(file|path)?$/i;

/** Whether a file may be one by its name. */
export function isPipelineName(name: string): boolean {
  return /\.(json|ya?ml|csv)$/i.test(name);
}

/** Reads a file that may name runs or models; null where it does not. */
export function readPipelineFile(path: string, text: string, isRun: (id: string) => boolean): PipelineFile | null {
  const { value, kind, fault } = parsed(path, text);
  const claims = claimsOf(value);
  const named = NAMES_A_RUN.test(text) || (text.match(/\b[0-9a-f]{32}\b/g) ?? []).some(isRun);
  const isShape = claims.some(({ isDeployment, isBest }) => isDeployment || isBest !== null) || isPersistence(value);
  if (!named && !isShape) return null;
  const at = fault === null ? 1 : lineAt(text, fault.at);
  return { path, fault: kind === null ? null : { kind, line: at, reason: fault?.reason ?? "is no JSON" }, claims };
}

function parsed(path: string, text: string): LooseJson {
  if (/\.json$/i.test(path)) return readLooseJson(text);
  const nothing = { kind: null, fault: null };
  if (/\.csv$/i.test(path)) return { value: rowsOf(text), ...nothing };
  try {
    return { value: load(text, { schema: TEXT_SCHEMA, maxDepth: 32, maxAliases: 0 }), ...nothing };
  } catch {
    return { value: undefined, ...nothing };
  }
}

function rowsOf(text: string): Record<string, string>[] {
  const [header = [], ...rows] = delimitedRecords(text, ",");
  return rows.slice(0, OBJECTS).map((row) => Object.fromEntries(header.map((key, i) => [key, row[i] ?? ""])));
}

/** Whether it says where a pipeline kept its store. */
function isPersistence(value: unknown): boolean {
  return isFields(value) && "tracking_uri" in value && ("artifact_location" in value || "experiment_name" in value);
}

function claimsOf(value: unknown): ModelClaim[] {
  const claims: ModelClaim[] = [];
  const pending = [{ value, depth: 0 }];
  for (let next = pending.shift(), left = OBJECTS; next !== undefined && left > 0; next = pending.shift(), left--) {
    const { value: at, depth } = next;
    if (isFields(at)) claims.push(...claimOf(at));
    if (depth < DEPTH) pending.push(...innerOf(at).map((inner) => ({ value: inner, depth: depth + 1 })));
  }
  return claims;
}

/** Maps and lists inside of one. */
function innerOf(value: unknown): unknown[] {
  const inner = Array.isArray(value) ? value : isFields(value) ? Object.values(value) : [];
  return inner.slice(0, OBJECTS).filter((one) => typeof one === "object" && one !== null);
}

function claimOf(object: Readonly<Record<string, unknown>>): ModelClaim[] {
  const entries = Object.entries(object);
  const run = entries.find(([key, value]) => RUN_KEY.test(key) && typeof value === "string" && RUN_ID.test(value))?.[1];
  const nested = isFields(object.files) ? Object.entries(object.files) : [];
  const stated = [...nested, ...entries.filter(([key]) => /file|path/i.test(key))].filter(([key]) =>
    FILE_KEY.test(key),
  );
  const files = stated.flatMap(([, value]) => pathOf(value));
  const metadata = stated.filter(([key]) => /^metadata/i.test(key)).flatMap(([, value]) => pathOf(value))[0] ?? null;
  const best = entries.find(([key]) => /^is_?best$/i.test(key))?.[1];
  const isBest = best === undefined ? null : /^(true|1|yes)$/i.test(String(best));
  const name = object.model_name ?? object.model_type ?? object.Model;
  const metrics = [...entries, ...(isFields(object.metrics) ? Object.entries(object.metrics) : [])].flatMap(metricOf);
  // Settings name model files too; a deployment also says what its model is worth.
  const isModel = files.length > 0 && name !== undefined && metrics.some(({ key }) => goalOf(key) !== "unknown");
  const isDeployment = isModel || (run !== undefined && (name !== undefined || files.length > 0));
  if (run === undefined && !isDeployment && isBest === null) return [];
  return [
    {
      run: typeof run === "string" ? run : null,
      model: typeof name === "string" ? name : null,
      ...{ metrics, files, metadata, isBest, isDeployment },
    },
  ];
}

function metricOf([key, value]: [string, unknown]): { key: string; value: number }[] {
  const number =
    typeof value === "number" ? value : typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? [{ key, value: number }] : [];
}

/** A relative path that stays below its folder. */
function pathOf(value: unknown): string[] {
  if (typeof value !== "string" || value === "" || value.length > 1024) return [];
  if (/^[a-z][a-z0-9+.-]*:|^[\\/]/i.test(value) || value.split(/[\\/]/).includes("..")) return [];
  return [
    value
      .split(/[\\/]/)
      .filter((segment) => segment !== "" && segment !== ".")
      .join("/"),
  ];
}
