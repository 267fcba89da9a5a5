/**
 * What JSON loses, kept. VS Code sends messages as JSON beside the buffers of typed arrays, so a plain NaN, an
 * infinity or -0 would arrive as null or 0, and a view would drag its whole buffer along.
 *
 * `{"$": "NaN"}` stands for a number; an object that has a key `$` of its own travels as `{"$": object}`.
 */
const MARK = "$";

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
  ["-0", -0],
]);

type Plain = Readonly<Record<string, unknown>>;

/** A copy of plain data that survives both JSON and structured clone. */
export function encode(value: unknown): unknown {
  if (typeof value === "number") return encodeNumber(value);
  if (typeof value !== "object" || value === null) return value;
  if (ArrayBuffer.isView(value)) return compact(value);
  if (Array.isArray(value)) return value.map(encode);
  const copy = mapValues(value as Plain, encode);
  return Object.hasOwn(copy, MARK) ? { [MARK]: copy } : copy;
}

/** The inverse of `encode`. */
export function decode(value: unknown): unknown {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map(decode);
  const marked = Object.hasOwn(value, MARK) ? (value as Plain)[MARK] : undefined;
  if (typeof marked === "string") return NUMBERS.get(marked);
  return mapValues((typeof marked === "object" && marked !== null ? marked : value) as Plain, decode);
}

function encodeNumber(value: number): unknown {
  if (Object.is(value, -0)) return { [MARK]: "-0" };
  return Number.isFinite(value) ? value : { [MARK]: String(value) };
}

/** A view on a part of a larger buffer, as an array of its own. */
function compact(view: ArrayBufferView): ArrayBufferView {
  if (view.byteLength === view.buffer.byteLength) return view;
  return view instanceof Float64Array
    ? view.slice()
    : new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice();
}

/** Keys such as `__proto__` stay plain keys. */
function mapValues(object: Plain, change: (value: unknown) => unknown): Plain {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
