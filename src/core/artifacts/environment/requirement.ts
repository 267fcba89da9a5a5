/** A package as a requirements file asks for it. */
export interface Requirement {
  /** Normalised as PEP 503 says: small letters, one `-` between words. Of a line without a name the line itself. */
  readonly name: string;
  /** The version of a pin (`1.26.4`); else the rest of the line as it stands (`>=2,<3`, `[gpu]==1.0`); may be empty. */
  readonly version: string;
}

/** A line of pip's requirements file or an entry of conda's pip list; null for blanks, comments and options. */
export function parseRequirement(line: string): Requirement | null {
  const text = line.replace(/(^|\s)#.*$/, "").trim();
  if (text === "") return null;
  if (/^(-e|--editable)[\s=]/.test(text)) return located(text.replace(/^(-e|--editable)[\s=]+/, ""));
  if (text.startsWith("-")) return null;
  const bare = text.replace(/\s+--(hash|config-settings?|global-option)[\s=].*$/, "");
  const named = NAMED.exec(bare);
  if (!named) return located(bare);
  const { name = "", rest = "" } = named.groups ?? {};
  return { name: normalName(name), version: versionOf(rest) };
}

/** A name of PEP 508, then extras, a version, a place or a marker; nothing that could be a path or a URL. */
const NAMED = /^(?<name>[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)(?<rest>\s*(?:[[(@;<>=!~].*|$))/i;

export function normalName(name: string): string {
  return name.replace(/[-_.]+/g, "-").toLowerCase();
}

function versionOf(rest: string): string {
  const text = rest.trim().replace(/^\(([^)]*)\)/, "$1");
  return /^===?\s*([^\s,;*]+)$/.exec(text)?.[1] ?? text;
}

/** A package by the place that it comes from: `#egg=` or the name of a wheel says which it is. */
function located(place: string): Requirement {
  const egg = /[#&]egg=([a-z0-9._-]+)/i.exec(place)?.[1];
  const wheel = /(?:^|[\\/])([a-z0-9._]+)-[^\\/]+\.whl(?:$|[#?])/i.exec(place)?.[1];
  const name = egg ?? wheel;
  return name === undefined ? { name: place, version: "" } : { name: normalName(name), version: place };
}
