/** What is left of a shape when fields without a value are left out. */
type Present<T> = { readonly [K in keyof T as null extends T[K] ? never : K]: T[K] } & {
  readonly [K in keyof T as null extends T[K] ? K : never]?: NonNullable<T[K]>;
};

/** The fields that have a value: MLflow's JSON leaves nulls out. */
export function present<T extends object>(fields: T): Present<T> {
  // Object.fromEntries has no type that says which keys remain.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Present<T>;
}
