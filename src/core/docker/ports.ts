import type { Place } from "./yamlNode.ts";

/** Ports of a container that the host answers on, mostly one. */
export interface PublishedPort {
  /** Address of the host; null for all. */
  readonly host: string | null;
  readonly published: number;
  readonly target: number;
  /** How many follow one another. */
  readonly count: number;
  readonly at: Place;
}

/** `[host:]published:target[/protocol]`; the host may be an IPv6 address. Null where nothing fixed is published. */
export function readShortPort(port: string, at: Place): PublishedPort | null {
  const found = /^(?:(\[[^\]]+\]|[^[\]]+):)?(\d+(?:-\d+)?):(\d+(?:-\d+)?)(?:\/(\w+))?$/.exec(port.trim());
  if (found === null) return null;
  const [, host, published = "", target = "", protocol = ""] = found;
  return readLongPort({ host: host?.replace(/^\[|\]$/g, "") ?? "", published, target, protocol }, at);
}

/** The long form, its values as texts. Of UDP nobody reads a page. */
export function readLongPort(
  port: { readonly host: string; readonly published: string; readonly target: string; readonly protocol: string },
  at: Place,
): PublishedPort | null {
  const [published, target] = [range(port.published), range(port.target)];
  if (published === null || target === null || port.protocol === "udp") return null;
  const count = Math.min(published.count, target.count === 1 ? published.count : target.count);
  return { host: port.host === "" ? null : port.host, published: published.from, target: target.from, count, at };
}

function range(text: string): { readonly from: number; readonly count: number } | null {
  const [, first = "", last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text.trim()) ?? [];
  const [from, to] = [Number(first), Number(last)];
  return from > 0 && from <= to && to < 65_536 ? { from, count: to - from + 1 } : null;
}

/** Whether every address of the host answers. */
export function isEveryAddress(host: string | null): boolean {
  return host === null || host === "0.0.0.0" || host === "::";
}

export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\./.test(host);
}

/** Where a browser on the same machine reaches it. */
export function originOf({ host, published }: PublishedPort): string {
  const name = host === null || isEveryAddress(host) ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${published}`;
}
