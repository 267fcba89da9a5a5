/**
 * Compose's variables: `$NAME`, `${NAME}`, `${NAME:-default}` (unset or empty), `${NAME-default}` (unset),
 * `${NAME:+other}`, `${NAME+other}`; `${NAME:?message}` is empty where unset; `$$` is a dollar.
 */
export function interpolate(text: string, environment: Readonly<Record<string, string>>): string {
  const plain = /\$(?:\$|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+?])([^{}]*))?\})/g;
  return text.replace(plain, (whole, bare?: string, name?: string, operator?: string, word?: string) => {
    if (whole === "$$") return "$";
    const key = bare ?? name ?? "";
    const value = Object.hasOwn(environment, key) ? environment[key] : undefined;
    return resolve(value, operator ?? "", word ?? "");
  });
}

function resolve(value: string | undefined, operator: string, word: string): string {
  const given = value !== undefined && !(operator.startsWith(":") && value === "");
  if (operator.endsWith("-")) return given ? (value ?? "") : word;
  if (operator.endsWith("+")) return given ? word : "";
  return value ?? "";
}

/** A `.env` file: `NAME=value` a line, comments and quotes left out. */
export function readEnvironment(text: string): Record<string, string> {
  const entries: [string, string][] = [];
  for (const line of text.split(/\r?\n/)) {
    const found = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line);
    if (found !== null) entries.push([found[1] ?? "", unquoted(found[2] ?? "")]);
  }
  return Object.fromEntries(entries);
}

function unquoted(value: string): string {
  const quoted = /^(["'])(.*?)\1/.exec(value);
  return quoted?.[2] ?? value.replace(/\s+#.*$/, "");
}
