/** What a comparison shows beside metrics, params, tags and attributes. */
import type { ComparedValue } from "./comparedValue.ts";

/** Things set side by side by key; at most 2,000, those that differ first to stay. */
export interface ComparedList {
  readonly rows: readonly ComparedValue[];
  /** Rows left out because there are more. */
  readonly hidden: number;
}

/** A dataset as one run used it. */
export interface DatasetFacts {
  readonly digest: string;
  readonly sourceType: string;
  /** JSON as logged, up to 500 characters of it. */
  readonly source: string;
  /** Rows as its profile counts them; null where it does not. */
  readonly rows: number | null;
}

/** The dataset of this name and use in each of the runs. */
export interface ComparedDataset {
  readonly name: string;
  /** What it was used for (`training`, `eval`, …); empty where nothing was said. */
  readonly context: string;
  /** One a run, in the order of the runs; null where it did not use it. */
  readonly values: readonly (DatasetFacts | null)[];
  /** Whether digests differ, or not all have it. */
  readonly differs: boolean;
  /** Columns of the schemas by name, with their types; empty where the digests are the same or no schema is known. */
  readonly columns: ComparedList;
}

/** The logged model of this name in each of the runs; where no run has two models, all of them, whatever their names. */
export interface ComparedModel {
  readonly name: string;
  /** One a run: why nothing could be read of its model's files; null where they could be, or where it has no model. */
  readonly reasons: readonly (string | null)[];
  /** Name, id, type, flavours, versions and size. */
  readonly facts: ComparedList;
  /** Columns of the signature by name, with their types. */
  readonly inputs: ComparedList;
  readonly outputs: ComparedList;
  /** Python, and packages with their versions. */
  readonly packages: ComparedList;
}
