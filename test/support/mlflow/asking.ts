import { resolve } from "node:path";
import type { Experiment } from "../../../src/core/model/experiment.ts";
import type { Dialect } from "../../../src/core/query/expression.ts";
import type { LoggedModelOrder } from "../../../src/core/query/search/loggedModelOrder.ts";
import type { SearchAnswer } from "../../../src/core/query/search/page.ts";
import type { Engine } from "../../../src/engine/engine.ts";
import { openEngine } from "../../../src/engine/local.ts";
import { type Answer, type Case, filled, type Section } from "./cases.ts";

const LIFECYCLE = { ACTIVE_ONLY: "active", DELETED_ONLY: "deleted", ALL: "all" } as const;

/** An engine with one store open, and what filters name by other names there. */
export interface Asking {
  readonly engine: Engine;
  readonly store: string;
  readonly experiments: readonly Experiment[];
  readonly ids: ReadonlyMap<string, string>;
}

export async function openStore(path: string, kind: Dialect): Promise<Asking> {
  const store = resolve(path);
  const engine = openEngine();
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

/** Where runs and logged models are looked for when a case does not say. */
export interface Scope {
  readonly default_experiments: readonly string[];
  readonly model_experiments?: readonly string[];
}

/** Asks the engine what MLflow was asked. */
export async function search(
  asking: Asking,
  scope: Scope,
  section: Section,
  asked: Case,
): Promise<SearchAnswer<string>> {
  const { engine, store, ids } = asking;
  const request = {
    filter: filled(asked.filter, ids),
    orderBy: (asked.order_by ?? []).filter((key) => typeof key === "string"),
    maxResults: asked.max_results ?? null,
    pageToken: null,
  };
  const lifecycle = LIFECYCLE[asked.view_type ?? "ACTIVE_ONLY"];
  const within = (fallback: readonly string[]): readonly string[] =>
    asking.experiments.filter(({ name }) => (asked.experiments ?? fallback).includes(name)).map(({ folder }) => folder);
  switch (section) {
    case "runs":
    case "order_by": {
      const experiments = within(scope.default_experiments);
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
      const experiments = within(scope.model_experiments ?? ["fraud-detection"]);
      const found = await engine.search(store, "logged_models", { ...request, orderBy, experiments, datasets: [] });
      return of(found, ({ id }) => id);
    }
  }
}

function of<T>(answer: SearchAnswer<T>, id: (item: T) => string): SearchAnswer<string> {
  return answer.ok ? { ok: true, value: { ...answer.value, items: answer.value.items.map(id) } } : answer;
}

/** What differs from MLflow's answer, or null. Where it crashes anything is better; some of its sentences are of no class. */
export function disagreement(answer: SearchAnswer<string>, { ok, ids, kind }: Answer): string | null {
  if (kind === "crash") return null;
  if (kind === "other") return answer.ok ? `found ${answer.value.items.length}, and MLflow refuses` : null;
  const [ours, theirs] = [answer.ok ? answer.value.items.join(" ") : answer.problem.kind, ok ? ids?.join(" ") : kind];
  return ours === theirs && answer.ok === ok ? null : `${ours || "none"}, and MLflow answers ${theirs || "none"}`;
}
