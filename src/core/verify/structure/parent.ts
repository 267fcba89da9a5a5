import type { RunSummary } from "../facts/runSummary.ts";
import type { StoreCheck } from "../input.ts";
import type { Found, Rule } from "../rule.ts";
import { severities } from "../severities.ts";

export const PARENT_MISSING: Rule = {
  id: "MLR130",
  area: "structure",
  level: "full",
  title: "Parent run that is not there",
  why: "The run names a parent that is nowhere in the store, so it cannot be shown below it.",
  mend: "Bring the parent's folder back, or remove the tag mlflow.parentRunId.",
  severity: severities({ data: "warning" }),
};

export const PARENT_LOOP: Rule = {
  id: "MLR131",
  area: "structure",
  level: "full",
  title: "Runs that are each other's parents",
  why: "The runs name each other as parents in a circle, so none of them stands at the top.",
  mend: "Correct the tag mlflow.parentRunId of one of them.",
  severity: severities({ data: "error" }),
};

/** Whether every parent named is there, and no run is its own ancestor. */
export const checkParents: StoreCheck = ({ runs }, tell) => {
  const fileOf = ({ experiment, run }: RunSummary): string => `${experiment}/${run}/tags/mlflow.parentRunId`;
  for (const found of parentFindings(runs, fileOf)) tell(found);
};

/** The same for the runs of any kind of store. */
export function parentFindings(runs: readonly RunSummary[], fileOf: (run: RunSummary) => string): readonly Found[] {
  const byId = new Map(runs.map((run) => [run.id, run]));
  const looped = loopedIds(byId);
  return runs.flatMap((run): Found[] => {
    if (run.parent === null) return [];
    const place = { file: fileOf(run), experiment: run.experiment, run: run.run };
    if (!byId.has(run.parent)) {
      const message = `The parent run ${run.parent.slice(0, 64)} is not in this store.`;
      return [{ rule: PARENT_MISSING, ...place, message }];
    }
    return looped.has(run.id) ? [{ rule: PARENT_LOOP, ...place, message: "The run is its own ancestor." }] : [];
  });
}

/** Runs that are their own ancestors; each run is walked over once, however long the chains are. */
function loopedIds(byId: ReadonlyMap<string, { readonly parent: string | null }>): ReadonlySet<string> {
  const parentOf = (id: string): string | null => byId.get(id)?.parent ?? null;
  const walkOf = new Map<string, number>();
  const looped = new Set<string>();
  let walk = 0;
  for (const id of byId.keys()) {
    walk++;
    let at: string | null = id;
    for (; at !== null && byId.has(at) && !walkOf.has(at); at = parentOf(at)) walkOf.set(at, walk);
    if (at === null || walkOf.get(at) !== walk) continue;
    for (let inner: string | null = at; inner !== null && !looped.has(inner); inner = parentOf(inner))
      looped.add(inner);
  }
  return looped;
}
