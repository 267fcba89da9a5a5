import { refOfRow } from "../../core/index/runRow.ts";
import { searchRows } from "../../core/index/searchRuns.ts";
import { matching } from "../../core/index/select.ts";
import { searchExperiments } from "../../core/query/search/experiments.ts";
import { searchLoggedModels } from "../../core/query/search/loggedModels.ts";
import { searchModelVersions } from "../../core/query/search/modelVersions.ts";
import type { SearchAnswer } from "../../core/query/search/page.ts";
import { searchRegisteredModels } from "../../core/query/search/registeredModels.ts";
import type { Searches } from "../../core/query/search/searches.ts";
import type { StoreIndex } from "../indexing/storeIndex.ts";
import { selectContext } from "./storeAnswers.ts";

type Search<S extends keyof Searches> = (
  index: StoreIndex,
  request: Searches[S]["request"],
) => SearchAnswer<Searches[S]["item"]>;

/** How each subject is searched in a store; a database and a folder each by MLflow's rules for it. */
export const SEARCHES: { readonly [S in keyof Searches]: Search<S> } = {
  runs: searchRuns,
  experiments: ({ folders, ref }, request) =>
    searchExperiments(
      folders.map(({ experiment }) => experiment),
      request,
      ref.kind,
    ),
  registered_models: ({ contents, ref }, request) => searchRegisteredModels(contents.registry, request, ref.kind),
  model_versions: ({ contents, ref }, request) =>
    searchModelVersions(
      contents.registry.flatMap(({ versions }) => versions),
      request,
      ref.kind,
    ),
  logged_models: ({ contents, ref }, request) =>
    searchLoggedModels(
      contents.loggedModels.filter(({ experiment }) => request.experiments.includes(experiment)),
      request,
      ref.kind,
    ),
};

function searchRuns(index: StoreIndex, request: Searches["runs"]["request"]): SearchAnswer<Searches["runs"]["item"]> {
  const context = selectContext(index);
  const { experiments, lifecycle } = request;
  const rows = matching(context, { store: index.ref.key, experiments, lifecycle, filter: "" });
  const answer = searchRows(index.table, rows, request, index.ref.kind);
  if (!answer.ok) return answer;
  const items = answer.value.items.map((row) => refOfRow(context, row));
  return { ok: true, value: { ...answer.value, items } };
}
