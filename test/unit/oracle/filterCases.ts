import { existsSync, readFileSync } from "node:fs";
import type { Dialect } from "../../../src/core/query/expression.ts";

/** What MLflow answered to one case; names are those of `make_filters.py`. */
export interface Answer {
  readonly ok: boolean;
  readonly ids?: readonly string[];
  readonly kind?: string;
}

export interface Case {
  readonly filter: string;
  readonly order_by?: readonly unknown[] | null;
  readonly view_type?: "ALL" | "ACTIVE_ONLY" | "DELETED_ONLY";
  readonly experiments?: readonly string[];
  readonly max_results?: number;
  readonly file: Answer;
  readonly sqlite: Answer;
}

export type Section = "runs" | "order_by" | "experiments" | "registered_models" | "model_versions" | "logged_models";

export type FilterCases = Readonly<Record<Section, readonly Case[]>> & {
  readonly default_experiments: readonly string[];
};

/** A set of cases and the stores that they were asked of. */
export interface CaseSet {
  readonly name: string;
  readonly cases: FilterCases;
  readonly store: Readonly<Record<Dialect, string>>;
}

const SETS = [
  { file: "test/fixtures/queries-3.18.json", stores: "test/fixtures" },
  { file: "../shared/fixtures/filters-3.18.json", stores: "../shared/fixtures" },
];

/** The project's own recorded cases, and a further set beside the project where there is one. */
export function caseSets(): CaseSet[] {
  return SETS.filter(({ file }) => existsSync(file)).map(({ file, stores }) => ({
    name: file,
    cases: JSON.parse(readFileSync(file, "utf8")),
    store: { file: `${stores}/3.18.0-file/mlruns`, sqlite: `${stores}/3.18.0-sqlite/mlflow.db` },
  }));
}

/** `{name}` in a filter stands for the id of the run of that name. */
export function filled(text: string, ids: ReadonlyMap<string, string>): string {
  return text.replaceAll(/\{([\w -]+)\}/g, (all, name: string) => ids.get(name) ?? all);
}
