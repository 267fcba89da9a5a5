import { type Environment, fill } from "./interpolate.ts";
import { hostPath, type MountSource } from "./mounts.ts";
import type { PublishedPort } from "./ports.ts";
import { type ComposeService, overriddenService, readService } from "./service.ts";
import { entriesOf, entry, member, type Place } from "./yamlNode.ts";
import { readYamlTree } from "./yamlTree.ts";

/** A compose file, as far as it says what MLflow's data has to do with. */
export interface ComposeFile {
  readonly services: readonly ComposeService[];
  /** Volumes declared, with the host's folder for those that are bound to one. */
  readonly volumes: ReadonlyMap<string, MountSource | null>;
  /** Where it includes other files, which are not followed. */
  readonly include: Place | null;
}

export type ReadCompose =
  | { readonly ok: true; readonly file: ComposeFile }
  /** Why it cannot be read, as a sentence's end, and the 1-based line where that is known. */
  | { readonly ok: false; readonly reason: string; readonly line: number | null };

/**
 * Reads a compose file. Every scalar is text: YAML would read the port `22:22` as a number in base 60. `environment` is
 * what `${…}` is filled from; the folder that Compose is started in stands for `PWD`. `path` is what its places are called.
 */
export function readComposeFile(text: string, environment: Environment, path = ""): ReadCompose {
  const tree = readYamlTree(text, path);
  if (!tree.ok) return tree;
  const root = tree.root ?? undefined;
  const variables = { PWD: ".", ...environment };
  const services = entriesOf(member(root, "services"));
  return {
    ok: true,
    file: {
      services: services.flatMap(({ key, at, value }) =>
        value.kind === "map" ? [readService(key, at, value, variables)] : [],
      ),
      volumes: new Map(
        entriesOf(member(root, "volumes")).map(({ key, value }) => {
          const device = member(member(value, "driver_opts"), "device");
          const path = device?.kind === "text" ? fill(device.text ?? "", variables) : "";
          return [key, path === "" || path.startsWith(":") ? null : hostPath(path)];
        }),
      ),
      include: entry(root, "include")?.at ?? null,
    },
  };
}

/** Its services; none where it is no compose file. */
export function readCompose(text: string, environment: Environment): readonly ComposeService[] {
  const read = readComposeFile(text, environment);
  return read.ok ? read.file.services : [];
}

/** A compose file with its override on top, as Compose puts them together. */
export function overridden(file: ComposeFile, over: ComposeFile): ComposeFile {
  const services = new Map(file.services.map((service) => [service.name, service]));
  for (const service of over.services) {
    const below = services.get(service.name);
    services.set(service.name, below === undefined ? service : overriddenService(below, service));
  }
  return {
    services: [...services.values()],
    volumes: new Map([...file.volumes, ...over.volumes]),
    include: file.include ?? over.include,
  };
}

/** The service that serves MLflow's page: by what it runs, else by its name; one that publishes a port comes first. */
export function mlflowService(services: readonly ComposeService[]): ComposeService | null {
  const [best] = [...services].sort((a, b) => rank(a) - rank(b));
  return best !== undefined && rank(best) < NO_SERVER ? best : null;
}

const NO_SERVER = 9;

function rank({ name, image, command, entrypoint, ports }: ComposeService): number {
  const runs = [...(entrypoint?.words ?? []), ...(command?.words ?? [])].join(" ");
  const hidden = ports.length > 0 ? 0 : 2;
  const at = runs.search(/\bmlflow\b/);
  if (at >= 0 && /\b(server|ui)\b/.test(runs.slice(at))) return hidden;
  if (/mlflow/i.test(image?.text ?? "") || /\bmlflow\b/i.test(runs)) return hidden + 1;
  return /mlflow/i.test(name) ? 4 : NO_SERVER;
}

/** The port of the host that leads to the page: MLflow's own 5000 where it is published, else the first. */
export function pagePort({ ports }: ComposeService): PublishedPort | null {
  return ports.find(({ target }) => target === 5000) ?? ports[0] ?? null;
}
