/** Checks of what pages send: they show repository content, so whatever they say is untrusted. Host side only. */
import * as v from "valibot";

const PATH_LIMIT = 16_384;

const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));

export const key = text(1 << 20);
export const path = text(PATH_LIMIT);
export const copied = text(1 << 24);
/** How many points a chart may ask for. */
export const maxPoints = v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(20_000));

/** A file that a page made, to be saved where a person says. */
export const savedName = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
export const savedBytes = v.pipe(
  v.instance(Uint8Array),
  v.check((bytes) => bytes.byteLength <= 256 << 20),
);

const placeOnAxis = v.pipe(v.number(), v.finite());
/** What a chart shows of a metric. */
export const seriesView = v.strictObject({
  axis: v.union([v.picklist(["step", "relative", "wall"]), v.strictObject({ metric: key })]),
  range: v.nullable(v.pipe(v.strictTuple([placeOnAxis, placeOnAxis]), v.readonly())),
  smoothing: v.pipe(v.number(), v.minValue(0), v.maxValue(0.999)),
});

export const runRef = v.strictObject({ store: path, experiment: path, run: path });

export const openOptions = v.strictObject({ toSide: v.boolean() });
export const refs = v.pipe(v.array(runRef), v.maxLength(500));

/** Groups of runs as lines with bands. */
export const bandRequest = v.strictObject({
  groups: v.pipe(v.array(v.strictObject({ name: key, refs: refs })), v.maxLength(500)),
  key,
  view: seriesView,
  band: v.picklist(["std", "stderr", "range"]),
  maxPoints,
});

export const artifactOwner = v.variant("kind", [
  v.strictObject({ kind: v.literal("run"), ref: runRef }),
  v.strictObject({ kind: v.literal("model"), store: path, modelId: path }),
  v.strictObject({ kind: v.literal("version"), store: path, name: path, version: path }),
]);

export const problemPlace = v.strictObject({
  store: path,
  file: path,
  line: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
});

/** A guard for a Channel: the arguments as the schemas read them, or null where they are others or not as many. */
export function args<const Items extends readonly v.GenericSchema[]>(
  ...items: Items
): (given: readonly unknown[]) => { -readonly [I in keyof Items]: v.InferOutput<Items[I]> } | null {
  const schema = v.strictTuple(items);
  return (given) => {
    const result = v.safeParse(schema, given);
    return result.success ? (result.output as { -readonly [I in keyof Items]: v.InferOutput<Items[I]> }) : null;
  };
}
