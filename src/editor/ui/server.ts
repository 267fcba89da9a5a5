import { mlflowService, pagePort, readCompose } from "../../core/docker/compose.ts";
import { readEnvironment } from "../../core/docker/interpolate.ts";
import { originOf } from "../../core/docker/ports.ts";
import { type ComposeText, composeFiles } from "../../engine/stack/composeFiles.ts";

/** MLflow's own page, and how to start what serves it. */
export interface Server {
  readonly origin: string;
  /** Path and fragment after the origin, `/` at least. */
  readonly route: string;
  readonly compose: { readonly file: string; readonly service: string } | null;
}

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
    for (const found of await composeFiles(folder, configured)) {
      const server = serverOf(found);
      if (server !== null) return server;
    }
  }
  return null;
}

function serverOf({ path: file, text, variables }: ComposeText): Server | null {
  const service = mlflowService(readCompose(text, readEnvironment(variables)));
  const port = service === null ? null : pagePort(service);
  if (service === null || port === null) return null;
  return { origin: originOf(port), route: "/", compose: { file, service: service.name } };
}
