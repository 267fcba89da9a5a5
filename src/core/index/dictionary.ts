/** Texts and their codes: each text is kept once, and columns hold its number. */
export class Dictionary {
  readonly #texts: string[] = [];
  readonly #codes = new Map<string, number>();

  get size(): number {
    return this.#texts.length;
  }

  /** The code of a text, new or known. */
  code(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    const code = this.#texts.length;
    this.#texts.push(text);
    this.#codes.set(text, code);
    return code;
  }

  /** The code of a known text; -1 for any other. */
  find(text: string): number {
    return this.#codes.get(text) ?? -1;
  }

  /** The text of a code; empty for -1. */
  text(code: number): string {
    return this.#texts[code] ?? "";
  }

  texts(): readonly string[] {
    return this.#texts;
  }
}
