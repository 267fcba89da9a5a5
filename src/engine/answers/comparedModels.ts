import { readEnvironment } from "../../core/artifacts/environment/environment.ts";
import { readModelFacts, readSignature } from "../../core/artifacts/mlmodel.ts";
import { loggedModelPaths } from "../../core/artifacts/modelHistory.ts";
import { comparedModels, type ReadModel } from "../../core/compare/models.ts";
import type { ComparedModel } from "../../core/model/comparedParts.ts";
import type { LoggedModel } from "../../core/model/loggedModel.ts";
import type { RunRef } from "../../core/model/run.ts";
import type { KeyValue } from "../../core/model/text.ts";
import type { ArtifactOwner } from "../../core/model/views.ts";
import type { Session } from "../indexing/session.ts";
import type { ArtifactAnswers, FoundTexts } from "./artifactAnswers.ts";
import { modelsOf } from "./runView.ts";

/** Models of one run that are read. */
const MOST = 20;
/** Bytes of a file that is read. */
const LIMIT = 1 << 20;
const FILES = ["MLmodel", "requirements.txt", "conda.yaml", "python_env.yaml"];

/** A run with the models of MLflow 3 that it made. */
export interface ModelMaker {
  readonly ref: RunRef;
  readonly tags: readonly KeyValue[];
  readonly logged: readonly LoggedModel[];
}

/** Small text files of an owner's artifacts, each null where it cannot be had. */
type Texts = (owner: ArtifactOwner, paths: readonly string[], limit: number) => Promise<FoundTexts>;

/** The models of runs of open stores side by side, with what their files say. */
export async function modelsCompared(
  refs: readonly RunRef[],
  files: Pick<ArtifactAnswers, "texts">,
  sessionOf: (store: string) => Session | null,
): Promise<readonly ComparedModel[]> {
  const makers: (ModelMaker | null)[] = [];
  for (const ref of refs) {
    const session = sessionOf(ref.store);
    const detail = (await session?.detail(ref.experiment, ref.run)) ?? null;
    makers.push(session && detail && { ref, tags: detail.tags, logged: modelsOf(session, detail) });
  }
  return readModels(makers, (owner, paths, limit) => files.texts(owner, paths, limit));
}

/** The models of runs side by side; null is a run that is gone. Reads up to four small files a model. */
export async function readModels(
  makers: readonly (ModelMaker | null)[],
  texts: Texts,
): Promise<readonly ComparedModel[]> {
  const runs: ReadModel[][] = [];
  for (const maker of makers) {
    const models = maker === null ? [] : placesOf(maker).slice(0, MOST);
    runs.push(await Promise.all(models.map((model) => read(model, texts))));
  }
  return comparedModels(runs);
}

interface ModelPlace {
  readonly name: string;
  readonly facts: readonly KeyValue[];
  readonly owner: ArtifactOwner;
  /** Of its files, below the owner's artifacts; empty or ending in `/`. */
  readonly folder: string;
}

/** LoggedModels of MLflow 3, then what MLflow 1 and 2 logged below the run's artifacts. */
function placesOf({ ref, tags, logged: models }: ModelMaker): readonly ModelPlace[] {
  const logged = models.map((model): ModelPlace => {
    const owner = { kind: "model", store: ref.store, modelId: model.id } as const;
    return { name: model.name, facts: factsOf(model), owner, folder: "" };
  });
  const known = new Set(logged.map(({ name }) => name));
  const older = loggedModelPaths(tags)
    .filter((path) => !known.has(path))
    .map((path): ModelPlace => ({ name: path, facts: [], owner: { kind: "run", ref }, folder: `${path}/` }));
  return [...logged, ...older];
}

function factsOf({ id, modelType, status, params }: LoggedModel): readonly KeyValue[] {
  return [
    { key: "id", value: id },
    { key: "type", value: modelType ?? "" },
    { key: "status", value: status.toLowerCase() },
    ...params.map(({ key, value }) => ({ key: `params.${key}`, value })),
  ];
}

async function read(place: ModelPlace, texts: Texts): Promise<ReadModel> {
  const found = await texts(
    place.owner,
    FILES.map((name) => place.folder + name),
    LIMIT,
  );
  const [mlmodel = null, requirements = null, conda = null, pythonEnv = null] = found.texts;
  const hasFiles = found.texts.some((text) => text !== null);
  return {
    name: place.name,
    facts: [...place.facts, ...(mlmodel === null ? [] : readModelFacts(mlmodel))],
    signature: mlmodel === null ? null : readSignature(mlmodel),
    environment: readEnvironment({ requirements, conda, pythonEnv }),
    reason: hasFiles ? null : (found.reason ?? "Its files are not in this workspace."),
  };
}
