/** A port of a container that the host answers on. */
export interface PublishedPort {
  /** Address of the host; null for all. */
  readonly host: string | null;
  readonly published: number;
  readonly target: number;
}

/** One entry of `ports`, short (`127.0.0.1:8080:5000/tcp`) or long; null where nothing fixed is published. */
export function readPort(port: unknown): PublishedPort | null {
  if (typeof port === "string") return readShort(port.trim());
  if (typeof port !== "object" || port === null) return null;
  const { target, published, host_ip: host, protocol } = port as Record<string, unknown>;
  if (protocol === "udp") return null;
  return make(text(host) === "" ? null : text(host), text(published), text(target));
}

/** `[host:]published:target[/protocol]`; the host may be an IPv6 address in brackets. */
function readShort(port: string): PublishedPort | null {
  const found = /^(?:(\[[^\]]+\]|[^:[\]]+):)?(\d+(?:-\d+)?):(\d+(?:-\d+)?)(?:\/(\w+))?$/.exec(port);
  if (found === null || found[4] === "udp") return null;
  return make(found[1]?.replace(/^\[|\]$/g, "") ?? null, found[2] ?? "", found[3] ?? "");
}

/** Of a range the first. */
function make(host: string | null, published: string, target: string): PublishedPort | null {
  const [from, to] = [Number.parseInt(published, 10), Number.parseInt(target, 10)];
  return isPort(from) && isPort(to) ? { host, published: from, target: to } : null;
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port > 0 && port < 65_536;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Where a browser on the same machine reaches it. */
export function originOf({ host, published }: PublishedPort): string {
  const all = host === null || host === "0.0.0.0" || host === "::";
  const name = all ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${published}`;
}
