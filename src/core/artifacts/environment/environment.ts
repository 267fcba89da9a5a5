import { readYamlText } from "../../files/yamlText.ts";
import { isFields } from "../../model/fields.ts";
import { normalName, parseRequirement, type Requirement } from "./requirement.ts";

/** The files beside an MLmodel that say what the model runs with; null where one is missing. */
export interface EnvironmentFiles {
  readonly requirements: string | null;
  readonly conda: string | null;
  readonly pythonEnv: string | null;
}

/** What a model runs with. Each package once, in the order of the files. */
export interface Environment {
  /** The version of Python; null where nothing says it. */
  readonly python: string | null;
  readonly packages: readonly Requirement[];
}

/** Characters of a file that are read, and packages of an environment. */
const LONGEST = 1 << 18;
const MOST = 5000;

/**
 * Reads an environment as MLflow logs it. Packages are those of `requirements.txt`; where there is none, those of
 * conda.yaml's pip list; conda's own packages stand after them. Python is python_env.yaml's, else conda.yaml's. What
 * pip and conda need themselves (`pip`, options, channels, build dependencies) is left out; so is what cannot be read.
 */
export function readEnvironment(files: EnvironmentFiles): Environment {
  const conda = readConda(files.conda);
  const pip = files.requirements === null ? conda.pip : logicalLines(files.requirements);
  const packages = new Map<string, Requirement>();
  const found = [...pip.map(parseRequirement), ...conda.packages];
  for (const one of found) {
    if (one !== null && !packages.has(one.name) && packages.size < MOST) packages.set(one.name, one);
  }
  return { python: pythonOf(files.pythonEnv) ?? conda.python, packages: [...packages.values()] };
}

/** Lines of a requirements file; a backslash at the end goes on in the next line. */
function logicalLines(text: string): readonly string[] {
  return text
    .slice(0, LONGEST)
    .replace(/\\\r?\n/g, " ")
    .split(/\r?\n/);
}

interface Conda {
  readonly python: string | null;
  readonly pip: readonly string[];
  readonly packages: readonly Requirement[];
}

function readConda(text: string | null): Conda {
  const listed = listIn(readYaml(text), "dependencies");
  const specs = listed.filter((entry) => typeof entry === "string").map(condaSpec);
  const pip = listed.filter(isFields).flatMap((entry) => listIn(entry, "pip"));
  return {
    python: specs.find(({ name }) => name === "python")?.version ?? null,
    pip: pip.filter((entry) => typeof entry === "string"),
    packages: specs.filter(({ name }) => name !== "python" && name !== "pip"),
  };
}

/** `channel::name=version=build`, `name>=1`: conda's way to ask for a package. */
function condaSpec(text: string): Requirement {
  const [, name = text, rest = ""] = /^(?:[^:\s]+::)?([a-z0-9._-]+)\s*(.*)$/i.exec(text.trim()) ?? [];
  const version = /^={1,2}\s*([^=\s]+)(?:=[^=\s]*)?$/.exec(rest)?.[1] ?? rest;
  return { name: normalName(name), version };
}

function pythonOf(pythonEnv: string | null): string | null {
  const read = readYaml(pythonEnv);
  return typeof read?.python === "string" && read.python !== "" ? read.python : null;
}

function readYaml(text: string | null): Readonly<Record<string, unknown>> | null {
  if (text === null || text.length > LONGEST) return null;
  const read = readYamlText(text, { maxDepth: 16, maxAliases: 0 });
  return read.ok && isFields(read.value) ? read.value : null;
}

function listIn(map: Readonly<Record<string, unknown>> | null, key: string): readonly unknown[] {
  const list = map !== null && Object.hasOwn(map, key) ? map[key] : null;
  return Array.isArray(list) ? list.slice(0, MOST) : [];
}
