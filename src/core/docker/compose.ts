import { readYamlText } from "../files/yamlText.ts";
import { interpolate } from "./interpolate.ts";
import { type PublishedPort, readPort } from "./ports.ts";

/** A service of a compose file, as far as its web page needs it. */
export interface ComposeService {
  readonly name: string;
  readonly image: string;
  readonly command: string;
  readonly ports: readonly PublishedPort[];
}

const LIMIT = 1 << 20;

/**
 * The services of a compose file; empty where it is none. Every scalar is text: YAML would read the port
 * `22:22` as a number in base 60. `environment` is what `${…}` is filled from.
 */
export function readCompose(text: string, environment: Readonly<Record<string, string>>): ComposeService[] {
  const services = member(parse(text), "services");
  if (!isRecord(services)) return [];
  const fill = (value: unknown) => interpolate(flat(value), environment);
  return Object.entries(services).map(([name, service]) => ({
    name,
    image: fill(member(service, "image")),
    command: [member(service, "entrypoint"), member(service, "command")].map(fill).join(" ").trim(),
    ports: list(member(service, "ports")).flatMap((port) => readPort(filled(port, environment)) ?? []),
  }));
}

/** The service that serves MLflow's page: by what it runs, else by its name; one that publishes a port comes first. */
export function mlflowService(services: readonly ComposeService[]): ComposeService | null {
  const rank = ({ name, image, command, ports }: ComposeService) => {
    if (/\bmlflow\b[\s\S]*\b(server|ui)\b/.test(command)) return ports.length > 0 ? 0 : 2;
    if (/mlflow/i.test(image) || /\bmlflow\b/i.test(command)) return ports.length > 0 ? 1 : 3;
    return /mlflow/i.test(name) ? 4 : 9;
  };
  const [best] = [...services].sort((a, b) => rank(a) - rank(b));
  return best !== undefined && rank(best) < 9 ? best : null;
}

/** The port of the host that leads to the page: MLflow's own 5000 where it is published, else the first. */
export function pagePort({ ports }: ComposeService): PublishedPort | null {
  return ports.find(({ target }) => target === 5000) ?? ports[0] ?? null;
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function member(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function parse(text: string): unknown {
  if (text.length > LIMIT) return null;
  const read = readYamlText(text, { maxDepth: 64, maxAliases: 100 });
  return read.ok ? read.value : null;
}

/** A text, or a list of texts as commands may be written. */
function flat(value: unknown): string {
  if (typeof value === "string") return value;
  return list(value)
    .filter((part) => typeof part === "string")
    .join(" ");
}

function filled(port: unknown, environment: Readonly<Record<string, string>>): unknown {
  if (typeof port === "string") return interpolate(port, environment);
  if (!isRecord(port)) return port;
  return Object.fromEntries(Object.entries(port).map(([key, value]) => [key, interpolate(flat(value), environment)]));
}
