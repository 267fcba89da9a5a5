import { existsSync, readFileSync } from "node:fs";
import type { Dialect } from "../../../src/core/query/expression.ts";

/** What MLflow answered to one case; as `ask_searches.py` says it. */
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

export const SECTIONS = [
  "runs",
  "order_by",
  "experiments",
  "registered_models",
  "model_versions",
  "logged_models",
] as const;

export type Section = (typeof SECTIONS)[number];

export type FilterCases = Readonly<Record<Section, readonly Case[]>> & {
  /** Where runs are looked for when a case does not say. */
  readonly default_experiments: readonly string[];
  /** The same for logged models. */
  readonly model_experiments?: readonly string[];
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
    cases: withIds(JSON.parse(readFileSync(file, "utf8"))),
    store: { file: `${stores}/3.18.0-file/mlruns`, sqlite: `${stores}/3.18.0-sqlite/mlflow.db` },
  }));
}

/** In a recorded set, answers hold places in a list of ids. */
type Recorded = FilterCases & { readonly ids?: Readonly<Record<Dialect, readonly string[]>> };

function withIds({ ids, ...cases }: Recorded): FilterCases {
  if (!ids) return cases;
  const unpacked = (answer: Answer, all: readonly string[]): Answer =>
    answer.ids ? { ...answer, ids: answer.ids.map((place) => all[Number(place)] ?? "") } : answer;
  const section = (list: readonly Case[]): Case[] =>
    list.map((one) => ({ ...one, file: unpacked(one.file, ids.file), sqlite: unpacked(one.sqlite, ids.sqlite) }));
  const lists = SECTIONS.map((name) => [name, section(cases[name])]);
  return { ...cases, ...Object.fromEntries(lists) };
}

/** `{name}` in a filter stands for the id of the run of that name. */
export function filled(text: string, ids: ReadonlyMap<string, string>): string {
  return text.replaceAll(/\{([\w -]+)\}/g, (all, name: string) => ids.get(name) ?? all);
}
