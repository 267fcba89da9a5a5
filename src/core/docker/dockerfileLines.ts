/** One instruction of a Dockerfile; `line` is where it begins. */
export interface Instruction {
  readonly line: number;
  /** In capitals. */
  readonly keyword: string;
  readonly rest: string;
}

/** The instructions of a Dockerfile, a backslash at a line's end and comments heeded. */
export function* instructions(text: string): Generator<Instruction> {
  let started = 0;
  let gathered = "";
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    if (/^\s*#/.test(raw) || (raw.trim() === "" && gathered !== "")) continue;
    if (gathered === "") started = i + 1;
    const continued = /\\[ \t]*$/.test(raw.slice(-100));
    gathered += continued ? `${raw.trimEnd().slice(0, -1)} ` : raw;
    if (continued) continue;
    const found = /^\s*([A-Za-z]+)\s+(.*)$/s.exec(gathered);
    if (found !== null) yield { line: started, keyword: (found[1] ?? "").toUpperCase(), rest: (found[2] ?? "").trim() };
    gathered = "";
  }
}

/** A JSON array of texts, as the exec form is written. */
export function execWords(rest: string): readonly string[] | null {
  if (!rest.startsWith("[")) return null;
  try {
    const value: unknown = JSON.parse(rest);
    return Array.isArray(value) && value.every((word) => typeof word === "string") ? value : null;
  } catch {
    return null;
  }
}
