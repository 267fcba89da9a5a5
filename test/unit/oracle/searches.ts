import { deepEqual, equal } from "node:assert/strict";
import { resolve } from "node:path";
import type { Experiment } from "../../../src/core/model/experiment.ts";
import type { Dialect } from "../../../src/core/query/expression.ts";
import type { LoggedModelOrder } from "../../../src/core/query/search/loggedModelOrder.ts";
import type { SearchAnswer } from "../../../src/core/query/search/page.ts";
import type { Engine } from "../../../src/engine/engine.ts";
import { openEngine } from "../../../src/engine/local.ts";
import { type Answer, type Case, type CaseSet, caseSets, filled, SECTIONS, type Section } from "./filterCases.ts";

const LIFECYCLE = { ACTIVE_ONLY: "active", DELETED_ONLY: "deleted", ALL: "all" } as const;

/** Asks the engine what MLflow was asked, of the file stores or the databases. */
export function describeSearches(dialect: Dialect): void {
  for (const set of caseSets()) {
    describe(`searches in ${set.name}, as MLflow 3.18 answers them for a ${dialect} store`, () => {
      const store = resolve(set.store[dialect]);
      const engine = openEngine();
      let asking: Asking;
      before(async () => {
        asking = await open(engine, store, dialect);
      });
      after(() => engine.close());
      for (const section of SECTIONS) {
        for (const [i, asked] of set.cases[section].entries()) {
          const { file: _file, sqlite: _sqlite, filter, experiments, order_by, view_type, max_results } = asked;
          it(`${section} ${i + 1}: ${JSON.stringify({ filter, order_by, experiments, view_type, max_results })}`, async () =>
            check(await search(asking, set, section, asked), asked[dialect]));
        }
      }
    });
  }
}

interface Asking {
  readonly engine: Engine;
  readonly store: string;
  readonly experiments: readonly Experiment[];
  readonly ids: ReadonlyMap<string, string>;
}

async function open(engine: Engine, store: string, kind: Dialect): Promise<Asking> {
  await engine.open({ stores: [{ key: store, kind, base: store, label: "." }], cacheFolder: null, watch: false });
  await engine.settled();
  const found = await engine.search(store, "experiments", { ...ALL, lifecycle: "all" });
  const experiments = found.ok ? found.value.items : [];
  const folders = experiments.map(({ folder }) => folder);
  const { rows } = await engine.runs({
    ...{ store, experiments: folders, filter: "", lifecycle: "all", grouping: "none", offset: 0, limit: 10_000 },
    order: { by: "start", descending: true },
  });
  return { engine, store, experiments, ids: new Map(rows.map(({ name, id }) => [name ?? "", id])) };
}

const ALL = { filter: "", orderBy: [], maxResults: null, pageToken: null };

async function search(asking: Asking, set: CaseSet, section: Section, asked: Case): Promise<SearchAnswer<string>> {
  const { engine, store, ids } = asking;
  const request = {
    filter: filled(asked.filter, ids),
    orderBy: (asked.order_by ?? []).map(String),
    maxResults: asked.max_results ?? null,
    pageToken: null,
  };
  const lifecycle = LIFECYCLE[asked.view_type ?? "ACTIVE_ONLY"];
  const within = (fallback: readonly string[]): readonly string[] =>
    asking.experiments.filter(({ name }) => (asked.experiments ?? fallback).includes(name)).map(({ folder }) => folder);
  switch (section) {
    case "runs":
    case "order_by": {
      const experiments = within(set.cases.default_experiments);
      return of(await engine.search(store, "runs", { ...request, lifecycle, experiments }), ({ run }) => run);
    }
    case "experiments":
      return of(await engine.search(store, "experiments", { ...request, lifecycle }), ({ id }) => id);
    case "registered_models":
      return of(await engine.search(store, "registered_models", request), ({ name }) => name);
    case "model_versions":
      return of(await engine.search(store, "model_versions", request), ({ name, version }) => `${name}/${version}`);
    case "logged_models": {
      const orderBy = (asked.order_by ?? []) as readonly LoggedModelOrder[];
      const experiments = within(set.cases.model_experiments ?? ["fraud-detection"]);
      const found = await engine.search(store, "logged_models", { ...request, orderBy, experiments, datasets: [] });
      return of(found, ({ id }) => id);
    }
  }
}

function of<T>(answer: SearchAnswer<T>, id: (item: T) => string): SearchAnswer<string> {
  return answer.ok ? { ok: true, value: { ...answer.value, items: answer.value.items.map(id) } } : answer;
}

/** Where MLflow crashes anything is better; some of its sentences are of no class. */
function check(answer: SearchAnswer<string>, { ok, ids, kind }: Answer): void {
  if (kind === "crash") return;
  if (kind === "other") equal(answer.ok, false);
  else deepEqual(answer.ok ? { ids: answer.value.items } : { kind: answer.problem.kind }, ok ? { ids } : { kind });
}
