import { readSignature } from "../../core/artifacts/mlmodel.ts";
import type { ArtifactPreview } from "../../core/artifacts/preview.ts";
import type { LoggedModel } from "../../core/model/loggedModel.ts";
import type { RunRef } from "../../core/model/run.ts";
import type { ArtifactListing, ArtifactOwner, LocatedArtifact, ModelSignature } from "../../core/model/views.ts";
import {
  type ArtifactFile,
  listArtifacts,
  locateArtifact,
  previewArtifact,
  textsBelow,
  walkArtifacts,
} from "../disk/artifacts.ts";
import { ArtifactLocator, type ArtifactPlace, type OwnerLookup } from "../disk/locateArtifacts.ts";
import type { Session } from "../indexing/session.ts";
import { rowsWithId, selectContext } from "./storeAnswers.ts";

/** An MLmodel file is read up to here. */
const MLMODEL_BYTES = 1 << 20;

const NOT_THERE = "It is no longer in this store.";

const GONE: ArtifactPlace & { readonly uri: string } = { folder: null, reason: NOT_THERE, uri: "" };

export type ArtifactWalk =
  | { readonly files: AsyncIterable<ArtifactFile> }
  | { readonly files: null; readonly reason: string };
export interface FoundTexts {
  readonly texts: readonly (string | null)[];
  /** Why there are none at all; null where there is a folder. */
  readonly reason: string | null;
}

/** Finds and lists the artifacts of runs, logged models and registered versions. */
export class ArtifactAnswers {
  readonly #sessionOf: (store: string) => Session | null;
  readonly #locators = new WeakMap<Session, ArtifactLocator>();

  constructor(sessionOf: (store: string) => Session | null) {
    this.#sessionOf = sessionOf;
  }

  async list(owner: ArtifactOwner, path: string): Promise<ArtifactListing> {
    const { folder, reason, uri } = await this.#place(owner);
    if (folder === null) return { folder, uri, entries: [], reason, problems: [] };
    return { uri, ...(await listArtifacts(folder, path)) };
  }

  async locate(owner: ArtifactOwner, path: string): Promise<LocatedArtifact | null> {
    const { folder } = await this.#place(owner);
    return folder === null ? null : locateArtifact(folder, path);
  }

  async preview(owner: ArtifactOwner, path: string): Promise<ArtifactPreview> {
    const { folder, reason } = await this.#place(owner);
    return folder === null ? { kind: "none", reason: reason ?? NOT_THERE } : previewArtifact(folder, path);
  }

  /** Every file below, one by one; null with the reason where there is no such folder. */
  async walk(owner: ArtifactOwner): Promise<ArtifactWalk> {
    const { folder, reason } = await this.#place(owner);
    return folder === null ? { files: null, reason: reason ?? NOT_THERE } : { files: walkArtifacts(folder) };
  }

  /** Small text files as they are; null for one that is not there, is no file, or is longer than that many bytes. */
  async texts(owner: ArtifactOwner, paths: readonly string[], limit: number): Promise<FoundTexts> {
    const { folder, reason } = await this.#place(owner);
    if (folder === null) return { texts: paths.map(() => null), reason: reason ?? NOT_THERE };
    return { texts: await textsBelow(folder, paths, limit), reason: null };
  }

  /** What a logged model's MLmodel says of its columns; null where there is none. */
  async signature(store: string, model: LoggedModel): Promise<ModelSignature | null> {
    const { texts } = await this.texts({ kind: "model", store, modelId: model.id }, ["MLmodel"], MLMODEL_BYTES);
    const [text = null] = texts;
    return text === null ? null : readSignature(text);
  }

  async #place(owner: ArtifactOwner): Promise<ArtifactPlace & { readonly uri: string }> {
    const session = this.#sessionOf(owner.kind === "run" ? owner.ref.store : owner.store);
    if (!session) return GONE;
    if (owner.kind === "run") return this.#runPlace(session, owner.ref);
    if (owner.kind === "model") return this.#modelPlace(session, owner.modelId);
    const version = session.index.contents.registry
      .find((model) => model.name === owner.name)
      ?.versions.find((known) => known.version === owner.version);
    if (!version) return GONE;
    const place = await this.#locator(session).locateVersion(version, await ownersOf(session, version.runId));
    return { ...place, uri: version.storageLocation ?? version.source };
  }

  async #runPlace(session: Session, ref: RunRef): Promise<ArtifactPlace & { readonly uri: string }> {
    const detail = await session.detail(ref.experiment, ref.run);
    if (!detail) return GONE;
    const { artifactUri: uri, id } = detail.info;
    return { ...(await this.#locator(session).locate({ home: homeOfRun(session, ref), uri, id })), uri };
  }

  async #modelPlace(session: Session, id: string): Promise<ArtifactPlace & { readonly uri: string }> {
    const model = session.index.contents.loggedModels.find((known) => known.id === id);
    if (!model) return GONE;
    const uri = model.artifactLocation;
    return { ...(await this.#locator(session).locate({ home: homeOfModel(session, model), uri, id })), uri };
  }

  #locator(session: Session): ArtifactLocator {
    const known = this.#locators.get(session) ?? new ArtifactLocator(session.index.ref);
    this.#locators.set(session, known);
    return known;
  }
}

function homeOfRun({ index }: Session, ref: RunRef): string | null {
  return index.ref.kind === "file" ? `${ref.experiment}/${ref.run}` : null;
}

function homeOfModel({ index }: Session, model: LoggedModel): string | null {
  return index.ref.kind === "file" ? `${model.experiment}/models/${model.id}` : null;
}

/** Who may own a version's files. The one run it names is read first, because owners are asked for without waiting. */
async function ownersOf(session: Session, runId: string | null): Promise<OwnerLookup> {
  const { index } = session;
  const ref = runId === null ? undefined : rowsWithId(index, selectContext(index), runId)[0]?.ref;
  const detail = ref && (await session.detail(ref.experiment, ref.run));
  return (kind, id) => {
    if (kind === "run")
      return ref && detail && id === runId ? { home: homeOfRun(session, ref), uri: detail.info.artifactUri } : null;
    const model = index.contents.loggedModels.find((known) => known.id === id);
    return model ? { home: homeOfModel(session, model), uri: model.artifactLocation } : null;
  };
}
