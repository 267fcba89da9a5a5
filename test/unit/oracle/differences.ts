/** One place where two values differ. */
export interface Difference {
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Every place where two JSON values differ: strict, -0 is not 0, an absent field is not null. */
export function differences(expected: unknown, actual: unknown, path = "$"): Difference[] {
  if (Object.is(expected, actual)) return [];
  if (!isObject(expected) || !isObject(actual) || Array.isArray(expected) !== Array.isArray(actual)) {
    return [{ path, expected, actual }];
  }
  const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  return [...keys].flatMap((key) => differences(expected[key], actual[key], `${path}.${key}`));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Fails with every difference named, the first ones in full. */
export function assertSame(expected: unknown, actual: unknown): void {
  const found = differences(expected, actual);
  if (found.length === 0) return;
  const shown = found.slice(0, 40).map((one) => `  ${one.path}: ${text(one.expected)} but ${text(one.actual)}`);
  throw new Error([`${found.length} differences, expected value first:`, ...shown].join("\n"));
}

function text(value: unknown): string {
  return Object.is(value, -0) ? "-0" : (JSON.stringify(value) ?? "nothing").slice(0, 300);
}
