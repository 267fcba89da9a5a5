import { Digest } from "../files/digest.ts";

/** Texts are kept up to here, in UTF-16 units; a run's page reads the whole of it. */
export const TEXT_KEPT = 2000;
/** The texts of a store are kept up to here together; of values that come then only their beginning is. */
export const TEXTS_KEPT = 32 << 20;
export const BEGINNING_KEPT = 32;

/**
 * Texts and their codes: each text is kept once, and columns hold its number. Values are cut where they are long or many,
 * and still have a code of their own each: a digest of the whole tells apart what begins alike.
 */
export class Dictionary {
  readonly #texts: string[] = [];
  /** By text; by what is kept and its tail where it is cut. */
  readonly #codes = new Map<string, number>();
  readonly #tails = new Map<number, string>();
  readonly #most: number;
  #units = 0;
  #hasBeginnings = false;

  /** `most`: units from which on values are kept by their beginning alone. */
  constructor(most = TEXTS_KEPT) {
    this.#most = most;
  }

  get size(): number {
    return this.#texts.length;
  }

  /** Whether there is so much text that values are kept by their beginning alone. */
  get isFull(): boolean {
    return this.#units > this.#most;
  }

  /** By code, what tells a text that is cut from others that begin so. */
  get tails(): ReadonlyMap<number, string> {
    return this.#tails;
  }

  /** The code of a text, new or known. It is kept whole. */
  code(text: string): number {
    return this.#codes.get(text) ?? this.#add(text, text);
  }

  /** The code of a text that may be long, new or known. */
  value(text: string, kept = this.isFull ? BEGINNING_KEPT : TEXT_KEPT): number {
    const known = this.find(text);
    if (known >= 0) return known;
    return text.length <= kept ? this.#add(text, text) : this.cut(text.slice(0, kept), tailOf(text));
  }

  /** The code of a text that is cut already, new or known. */
  cut(text: string, tail: string): number {
    const known = this.#codes.get(text + tail);
    if (known !== undefined) return known;
    const kept = this.isFull ? text.slice(0, BEGINNING_KEPT) : text;
    const code = this.#codes.get(kept + tail) ?? this.#add(kept + tail, kept);
    this.#tails.set(code, tail);
    if (kept.length <= BEGINNING_KEPT) this.#hasBeginnings = true;
    return code;
  }

  /** The code of a known text, of the whole even where it is cut; -1 for any other. */
  find(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    return text.length > (this.#hasBeginnings ? BEGINNING_KEPT : TEXT_KEPT) ? this.#findCut(text) : -1;
  }

  /** The text of a code as it is kept; empty for -1. */
  text(code: number): string {
    return this.#texts[code] ?? "";
  }

  texts(): readonly string[] {
    return this.#texts;
  }

  #findCut(text: string): number {
    if (this.#tails.size === 0) return -1;
    const tail = tailOf(text);
    const whole = text.length > TEXT_KEPT ? this.#codes.get(text.slice(0, TEXT_KEPT) + tail) : undefined;
    return whole ?? this.#codes.get(text.slice(0, BEGINNING_KEPT) + tail) ?? -1;
  }

  #add(key: string, text: string): number {
    const code = this.#texts.length;
    this.#texts.push(text);
    this.#codes.set(key, code);
    this.#units += text.length;
    return code;
  }
}

/** Begins with what hardly any text holds. */
function tailOf(text: string): string {
  const digest = new Digest();
  digest.text(text, 0);
  return `\u0000${text.length} ${digest.value().toString(36)}`;
}
