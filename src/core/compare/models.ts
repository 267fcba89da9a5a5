import type { Environment } from "../artifacts/environment/environment.ts";
import type { ComparedModel } from "../model/comparedParts.ts";
import type { KeyValue } from "../model/text.ts";
import type { ModelSignature } from "../model/views.ts";
import { comparedList } from "./comparedList.ts";
import { comparedColumns } from "./datasets.ts";

/** A model of a run with what its files say. */
export interface ReadModel {
  readonly name: string;
  /** Its own facts (id, type, …), then those of its files. */
  readonly facts: readonly KeyValue[];
  readonly signature: ModelSignature | null;
  readonly environment: Environment | null;
  /** Why there are no files; null where there are. */
  readonly reason: string | null;
}

/** Sets the models of runs side by side: by name; where no run has two, all of them, whatever they are called. */
export function comparedModels(runs: readonly (readonly ReadModel[])[]): readonly ComparedModel[] {
  if (runs.every((models) => models.length < 2)) {
    const models = runs.map(([only]) => only ?? null);
    return models.some((model) => model !== null) ? [comparedModel(models)] : [];
  }
  const names = new Set(runs.flatMap((models) => models.map(({ name }) => name)));
  return [...names].map((name) =>
    comparedModel(runs.map((models) => models.findLast((model) => model.name === name) ?? null)),
  );
}

function comparedModel(models: readonly (ReadModel | null)[]): ComparedModel {
  const each = <T>(read: (model: ReadModel) => T): (T | null)[] => models.map((model) => model && read(model));
  return {
    name: [...new Set(each(({ name }) => name).filter((name) => name !== null))].join(", "),
    reasons: each(({ reason }) => reason),
    facts: comparedList(each(factsOf)),
    inputs: comparedColumns(each(({ signature }) => signature?.inputs ?? null)),
    outputs: comparedColumns(each(({ signature }) => signature?.outputs ?? null)),
    packages: comparedList(each(packagesOf)),
  };
}

function factsOf({ name, facts, signature }: ReadModel): readonly KeyValue[] {
  const flavors = signature === null ? [] : [{ key: "flavors", value: signature.flavors.join(", ") }];
  return [{ key: "name", value: name }, ...facts, ...flavors].filter(({ value }) => value !== "");
}

function packagesOf({ environment }: ReadModel): readonly KeyValue[] {
  if (environment === null) return [];
  const python = environment.python === null ? [] : [{ key: "python", value: environment.python }];
  return [...python, ...environment.packages.map(({ name, version }) => ({ key: name, value: version }))];
}
