import type { ExperimentFolder } from "../core/model/store.ts";
import type { Options } from "./args.ts";
import type { OpenStore } from "./openStores.ts";
import { UsageError } from "./usage.ts";

/** The experiments asked for, one list a store; those that are deleted only with `--deleted` or when named. */
export function selectExperiments(
  stores: readonly OpenStore[],
  { experiments: asked, deleted }: Pick<Options, "experiments" | "deleted">,
): (readonly ExperimentFolder[])[] {
  if (asked.length === 0) {
    return stores.map(({ experiments }) =>
      experiments.filter((one) => deleted || one.experiment.lifecycle === "active"),
    );
  }
  for (const name of asked) {
    if (!stores.some(({ experiments }) => experiments.some((one) => isMeant(one, name)))) {
      throw new UsageError(`There is no experiment "${name}"; "mlflow-runs ls --deleted" lists them all.`);
    }
  }
  return stores.map(({ experiments }) => experiments.filter((one) => asked.some((name) => isMeant(one, name))));
}

function isMeant({ experiment }: ExperimentFolder, asked: string): boolean {
  return experiment.id === asked || experiment.name === asked;
}
