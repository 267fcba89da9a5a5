/** Two 32-bit multiplicative hashes side by side (after cyrb53): 53 bits, enough to tell two states of one run apart, or two stores. */
export class Digest {
  #a = 0xdeadbeef;
  #b = 0x41c6ce57;
  readonly #float = new Float64Array(1);
  readonly #words = new Uint32Array(this.#float.buffer);

  /** Adds a text from a place on. */
  text(text: string, from: number): void {
    for (let i = from; i < text.length; i++) this.#add(text.charCodeAt(i));
    this.#add(-1);
  }

  number(value: number): void {
    this.#float[0] = value;
    this.#add(this.#words[0] ?? 0);
    this.#add(this.#words[1] ?? 0);
  }

  value(): number {
    const a = Math.imul(this.#a ^ (this.#b >>> 15), 0x85ebca6b);
    const b = Math.imul(this.#b ^ (this.#a >>> 13), 0xc2b2ae35);
    return (b & 0x1fffff) * 2 ** 32 + (a >>> 0);
  }

  #add(word: number): void {
    this.#a = Math.imul(this.#a ^ word, 2654435761);
    this.#b = Math.imul(this.#b ^ word, 1597334677);
    this.#a ^= this.#a >>> 15;
    this.#b ^= this.#b >>> 13;
  }
}
