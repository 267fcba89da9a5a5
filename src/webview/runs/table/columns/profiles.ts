import type { Column, ColumnProfile } from "../../../../core/model/runsTable.ts";

/** Profiles by what they are of: a metric has one, whichever of its values a column shows. */
export type Profiles = ReadonlyMap<string, ColumnProfile>;

export function profilesOf(list: readonly ColumnProfile[]): Profiles {
  return new Map(list.map((profile) => [subjectOf(profile.column), profile]));
}

export function profileOf(profiles: Profiles, column: Column): ColumnProfile | undefined {
  return profiles.get(subjectOf(column));
}

/** The same text for columns of the same metric, param, tag or attribute. */
export function subjectOf({ kind, key }: Column): string {
  return `${kind}.${key}`;
}
