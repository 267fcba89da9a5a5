import type { ComparedModel } from "../core/model/comparedParts.ts";
import type { LoggedModel } from "../core/model/loggedModel.ts";
import type { RunRecord } from "../core/model/run.ts";
import type { ArtifactOwner } from "../core/model/views.ts";
import { type ModelMaker, readModels } from "../engine/answers/comparedModels.ts";
import { textsBelow } from "../engine/disk/artifacts.ts";
import type { ArtifactRequest } from "../engine/disk/locateArtifacts.ts";
import type { RunPlace } from "./findRun.ts";
import type { OpenStore } from "./openStores.ts";
import { syncDisk } from "./syncDisk.ts";

/** A run that was read, with the logged models of its store. */
interface Maker extends ModelMaker {
  readonly place: RunPlace;
  readonly record: RunRecord;
}

/** The models of runs side by side, with what their files say. */
export async function modelsOfRuns(
  places: readonly RunPlace[],
  records: readonly RunRecord[],
): Promise<readonly ComparedModel[]> {
  const stores = [...new Set(places.map(({ store }) => store))];
  const logged = new Map<OpenStore, readonly LoggedModel[]>();
  for (const store of stores) logged.set(store, await loggedIn(store, places));
  const makers = places.flatMap((place, i): Maker[] => {
    const record = records[i];
    return record ? [makerOf(place, record, logged.get(place.store) ?? [])] : [];
  });
  return readModels(makers, async (owner, paths, limit) => {
    const maker = makers.find((one) => owns(one, owner));
    const request = maker && requestOf(maker, owner);
    const found = request && (await maker.place.store.artifacts.locate(request));
    if (!found?.folder) return { texts: paths.map(() => null), reason: found?.reason ?? null };
    return { texts: await textsBelow(found.folder, paths, limit, syncDisk), reason: null };
  });
}

/** Logged models lie with the experiments of their runs. */
async function loggedIn(store: OpenStore, places: readonly RunPlace[]): Promise<readonly LoggedModel[]> {
  const folders = new Set(places.filter((place) => place.store === store).map(({ folder }) => folder));
  return (await store.reader.contents([...folders])).contents.loggedModels;
}

function makerOf(place: RunPlace, record: RunRecord, all: readonly LoggedModel[]): Maker {
  const named = new Set(record.modelOutputs.map(({ modelId }) => modelId));
  const logged = all.filter(({ id, sourceRunId }) => named.has(id) || sourceRunId === record.info.id);
  const ref = { store: place.store.ref.key, experiment: place.folder.experiment.folder, run: place.run };
  return { place, record, ref, tags: record.tags, logged };
}

function owns({ ref, logged }: Maker, owner: ArtifactOwner): boolean {
  if (owner.kind === "run") return owner.ref === ref;
  return owner.kind === "model" && owner.store === ref.store && logged.some(({ id }) => id === owner.modelId);
}

function requestOf({ place, record, logged }: Maker, owner: ArtifactOwner): ArtifactRequest | null {
  const home = (path: string): string | null => (place.store.ref.kind === "file" ? path : null);
  if (owner.kind === "run") {
    const { experiment, folder, artifactUri: uri, id } = record.info;
    return { home: home(`${experiment}/${folder}`), uri, id };
  }
  const model = owner.kind === "model" ? logged.find(({ id }) => id === owner.modelId) : undefined;
  if (!model) return null;
  return { home: home(`${model.experiment}/models/${model.id}`), uri: model.artifactLocation, id: model.id };
}
