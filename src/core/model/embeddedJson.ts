/**
 * Data within a page: JSON that no HTML parser can take for the end of its element, with what JSON lacks. `{"$": …}`
 * stands for a number (`"NaN"`), an object that has a key `$` (an object), or an array of bytes or doubles (a list).
 */
const MARK = "$";

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
  ["-0", -0],
]);

type Plain = Readonly<Record<string, unknown>>;

/** Bytes given to `String.fromCharCode` at once: more would not fit on the stack. */
const CHUNK = 0x8000;

export function toEmbedded(data: unknown): string {
  // Only within texts, where JSON takes an escape for the character itself.
  return JSON.stringify(encode(data)).replace(/[<\u2028\u2029]/g, (found) =>
    found === "<" ? "\\u003c" : `\\u${found.charCodeAt(0).toString(16)}`,
  );
}

/** The inverse of `toEmbedded`. */
export function fromEmbedded(text: string): unknown {
  return decode(JSON.parse(text));
}

function encode(value: unknown): unknown {
  if (typeof value === "number") return encodeNumber(value);
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Float64Array) return { [MARK]: ["f64", base64(bytesOf(value))] };
  if (value instanceof Uint32Array) return { [MARK]: ["u32", base64(bytesOf(value))] };
  if (value instanceof Uint8Array) return { [MARK]: ["u8", base64(value)] };
  if (Array.isArray(value)) return value.map(encode);
  const copy = mapValues(value as Plain, encode);
  return Object.hasOwn(copy, MARK) ? { [MARK]: copy } : copy;
}

function encodeNumber(value: number): unknown {
  if (Object.is(value, -0)) return { [MARK]: "-0" };
  return Number.isFinite(value) ? value : { [MARK]: String(value) };
}

function decode(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(decode);
  const marked = Object.hasOwn(value, MARK) ? (value as Plain)[MARK] : undefined;
  if (typeof marked === "string") return NUMBERS.get(marked);
  if (Array.isArray(marked)) return arrayOf(String(marked[0]), String(marked[1]));
  return mapValues((typeof marked === "object" && marked !== null ? marked : value) as Plain, decode);
}

function arrayOf(kind: string, text: string): Float64Array | Uint32Array | Uint8Array {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  if (kind === "f64") return new Float64Array(bytes.buffer);
  return kind === "u32" ? new Uint32Array(bytes.buffer) : bytes;
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return btoa(binary);
}

/** Keys such as `__proto__` stay plain keys. */
function mapValues(object: Plain, change: (value: unknown) => unknown): Plain {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
