import { isFields } from "../model/fields.ts";
import { parseMlmodel } from "./mlmodel.ts";

/** A file or folder that an MLmodel file says lies beside it. */
export interface NamedFile {
  /** Below the model's folder, `/` between segments. */
  readonly path: string;
  /** 1-based line that names it. */
  readonly line: number | null;
}

/** The keys under which MLflow's flavours keep a path of the model's folder. */
const PATH_KEYS = [
  ...["data", "model_data", "model_path", "pickled_model", "python_model", "model_binary", "saved_model_dir", "code"],
  ...["conda", "virtualenv"],
];
/** Named files that are looked at. */
const MOST = 50;

/** What an MLmodel file names, each once; null where it cannot be read as one. Never throws. */
export function filesNamedBy(mlmodel: string): readonly NamedFile[] | null {
  const model = parseMlmodel(mlmodel);
  if (model === null) return null;
  const flavors = isFields(model.flavors) ? Object.values(model.flavors).filter(isFields) : [];
  const example = isFields(model.saved_input_example_info) ? [model.saved_input_example_info.artifact_path] : [];
  const paths = [...flavors.flatMap(pathsOf), ...example].flatMap((value) => plainPath(value) ?? []);
  const lines = mlmodel.split("\n");
  return [...new Set(paths)].slice(0, MOST).map((path) => ({ path, line: lineOf(lines, path) }));
}

function pathsOf(flavor: Readonly<Record<string, unknown>>): unknown[] {
  const { env, artifacts } = flavor;
  const own = PATH_KEYS.map((key) => flavor[key]);
  const environment = isFields(env) ? [env.conda, env.virtualenv] : [env];
  const further = isFields(artifacts)
    ? Object.values(artifacts).map((artifact) => isFields(artifact) && artifact.path)
    : [];
  return [...own, ...environment, ...further];
}

/** A path that stays in the model's folder; null for an address, an absolute path, or no text at all. */
function plainPath(value: unknown): string | null {
  if (typeof value !== "string" || value === "" || value.length > 1024) return null;
  if (/^[a-z][a-z0-9+.-]*:/i.test(value) || /^[\\/]/.test(value)) return null;
  const segments = value.split(/[\\/]/).filter((segment) => segment !== "" && segment !== ".");
  return segments.length === 0 || segments.includes("..") ? null : segments.join("/");
}

function lineOf(lines: readonly string[], path: string): number | null {
  const at = lines.findIndex((line) => line.endsWith(`: ${path}`));
  return at < 0 ? null : at + 1;
}
