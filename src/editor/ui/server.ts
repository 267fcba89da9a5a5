import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { mlflowService, pagePort, readCompose } from "../../core/docker/compose.ts";
import { readEnvironment } from "../../core/docker/interpolate.ts";
import { originOf } from "../../core/docker/ports.ts";

/** MLflow's own page, and how to start what serves it. */
export interface Server {
  readonly origin: string;
  /** Path and fragment after the origin, `/` at least. */
  readonly route: string;
  readonly compose: { readonly file: string; readonly service: string } | null;
}

const NAMES = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];
/** The folders of a repository where compose files are kept. */
const FOLDERS = ["", "docker", "deployment", "deploy", "infra", "mlflow"];

/** The setting `mlflowRuns.ui.url`; null where it is no address of a web page. */
export function serverOfUrl(url: string): Server | null {
  if (!URL.canParse(url)) return null;
  const { protocol, origin, pathname, search, hash } = new URL(url);
  if (protocol !== "http:" && protocol !== "https:") return null;
  return { origin, route: `${pathname}${search}${hash}`, compose: null };
}

/** The first compose file of these folders with an MLflow service that publishes a port. */
export async function serverOfCompose(folders: readonly string[], configured: string): Promise<Server | null> {
  for (const folder of folders) {
    const files =
      configured === ""
        ? FOLDERS.flatMap((sub) => NAMES.map((name) => join(folder, sub, name)))
        : [resolve(folder, configured)];
    for (const file of files) {
      const server = await serverOfFile(file);
      if (server !== null) return server;
    }
  }
  return null;
}

async function serverOfFile(file: string): Promise<Server | null> {
  const text = await textOf(file);
  if (text === null) return null;
  const environment = readEnvironment((await textOf(join(dirname(file), ".env"))) ?? "");
  const service = mlflowService(readCompose(text, environment));
  const port = service === null ? null : pagePort(service);
  if (service === null || port === null) return null;
  return { origin: originOf(port), route: "/", compose: { file, service: service.name } };
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch {
    return null;
  }
}
