/** What Git writes as it stands; all else it quotes as C does. */
const PLAIN = /^[^"\\\p{Cc}]*$/u;

const ESCAPES: Readonly<Record<string, string>> = { "\n": "n", "\t": "t", "\r": "r", '"': '"', "\\": "\\" };

/** A path in a patch, with what stands before it (`a/`, `b/`). */
export function gitName(prefix: string, path: string): string {
  const name = prefix + path;
  return PLAIN.test(name) ? name : `"${name.replace(/["\\]|\p{Cc}/gu, escaped)}"`;
}

function escaped(char: string): string {
  const known = ESCAPES[char];
  if (known !== undefined) return `\\${known}`;
  const bytes = new TextEncoder().encode(char);
  return [...bytes].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
}
