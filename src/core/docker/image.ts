import { atMost, exactly, NO_VERSION, type VersionRange } from "./mlflowVersion.ts";

/** An image's name as a compose file or a Dockerfile writes it: `ghcr.io/mlflow/mlflow:v3.13.0-full@sha256:…`. */
export interface ImageName {
  /** Without registry and tag: `mlflow/mlflow`, `python`. */
  readonly repository: string;
  readonly registry: string;
  readonly tag: string;
}

export function readImage(text: string): ImageName {
  const [name = ""] = text.trim().split("@");
  const slash = name.indexOf("/");
  const first = slash < 0 ? "" : name.slice(0, slash);
  const registry = /[.:]|^localhost$/.test(first) ? first : "";
  const rest = registry === "" ? name : name.slice(slash + 1);
  const colon = rest.lastIndexOf(":");
  const repository = (colon < 0 ? rest : rest.slice(0, colon)).replace(/^library\//, "");
  return { registry, repository, tag: colon < 0 ? "" : rest.slice(colon + 1) };
}

/** Images of others whose tag is the version of the MLflow inside. */
const TAGGED_AS_MLFLOW = new Set(["bitnami/mlflow", "bitnamilegacy/mlflow", "burakince/mlflow"]);

/** Whether the image is MLflow's own, which is Python's slim one with MLflow installed and nothing else. */
export function isOfficial({ registry, repository }: ImageName): boolean {
  return registry === "ghcr.io" && repository === "mlflow/mlflow";
}

export function isPython({ registry, repository }: ImageName): boolean {
  return repository === "python" && /^(docker\.io|public\.ecr\.aws|mirror\.gcr\.io)?$/.test(registry);
}

/** Which MLflow the image brings; an unknown tag says nothing. */
export function mlflowOfImage(image: ImageName): VersionRange {
  if (!isOfficial(image) && !TAGGED_AS_MLFLOW.has(image.repository)) return NO_VERSION;
  const version = /^v?(\d{1,3})\.(\d{1,3})(\.\d+)?(?![\w.])/.exec(image.tag);
  return version === null ? NO_VERSION : exactly([Number(version[1]), Number(version[2])]);
}

/** The last MLflow of Pythons that newer ones do not run on. */
const LAST_OF_PYTHON: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["3.7", [1, 30]],
  ["3.8", [2, 17]],
  ["3.9", [3, 1]],
]);

/** What pip can install at most in the image. */
export function newestMlflowOn(image: ImageName): VersionRange {
  const version = isPython(image) ? /^(\d+\.\d+)(?![\d])/.exec(image.tag)?.[1] : undefined;
  const last = LAST_OF_PYTHON.get(version ?? "");
  return last === undefined ? NO_VERSION : atMost(last);
}

/** Programs that health checks are written with and that an image is known not to have. */
export function lackingIn(image: ImageName): readonly string[] {
  if (isOfficial(image)) return ["curl", "wget"];
  if (!isPython(image)) return [];
  if (/(^|-)slim/.test(image.tag)) return ["curl", "wget"];
  return /(^|-)alpine/.test(image.tag) ? ["curl"] : [];
}

/** The folder that a container of the image starts in; null where it is not known. */
export function folderOfImage(image: ImageName): string | null {
  return isOfficial(image) || isPython(image) ? "/" : null;
}
