import { commands, env, Uri } from "vscode";
import type { ArtifactPreview } from "../../core/artifacts/preview.ts";
import { type RunRef, refKey } from "../../core/model/run.ts";
import type { ArtifactListing, ArtifactOwner, RunView, Series, SeriesView } from "../../core/model/views.ts";
import type { Engine } from "../../engine/engine.ts";
import type { OpenOptions, ProblemPlace, RunHost } from "../../protocol/run.ts";
import { openProblem } from "./openProblem.ts";
import { openRef } from "./openRun.ts";
import { saveAs } from "./saveAs.ts";
import { saveFile } from "./saveFile.ts";

/** What a Run page is answered with; it may only speak of stores that are open. */
export class RunSession implements RunHost {
  private readonly engine: Engine;
  private readonly ref: RunRef;
  private readonly isOpen: (store: string) => boolean;
  private readonly compare: (refs: readonly RunRef[]) => Promise<void>;

  constructor(
    engine: Engine,
    ref: RunRef,
    isOpen: (store: string) => boolean,
    compare: (refs: readonly RunRef[]) => Promise<void>,
  ) {
    this.engine = engine;
    this.ref = ref;
    this.isOpen = isOpen;
    this.compare = compare;
  }

  load(): Promise<RunView | null> {
    return this.isOpen(this.ref.store) ? this.engine.run(this.ref) : Promise.resolve(null);
  }

  async series(key: string, maxPoints: number, view: SeriesView): Promise<Series | null> {
    const [series] = await this.engine.series([this.ref], key, maxPoints, view);
    return series ?? null;
  }

  artifacts(owner: ArtifactOwner, path: string): Promise<ArtifactListing> {
    return this.engine.artifacts(owner, path);
  }

  preview(owner: ArtifactOwner, path: string): Promise<ArtifactPreview> {
    return this.engine.preview(owner, path);
  }

  async openArtifact(owner: ArtifactOwner, path: string): Promise<void> {
    const found = await this.engine.artifact(owner, path);
    if (found !== null && !found.isFolder) await commands.executeCommand("vscode.open", Uri.file(found.file));
  }

  async saveArtifact(owner: ArtifactOwner, path: string): Promise<void> {
    const found = await this.engine.artifact(owner, path);
    if (found !== null) await saveAs(Uri.file(found.file), found.name);
  }

  async revealArtifact(owner: ArtifactOwner, path: string): Promise<void> {
    const found = await this.engine.artifact(owner, path);
    if (found !== null) await commands.executeCommand("revealInExplorer", Uri.file(found.file));
  }

  open(ref: RunRef, { toSide }: OpenOptions): Promise<void> {
    return openRef(this.engine, ref, { toSide, preview: true });
  }

  compareWith(refs: readonly RunRef[]): Promise<void> {
    const others = refs.filter((ref) => refKey(ref) !== refKey(this.ref));
    return this.compare([this.ref, ...others]);
  }

  async openProblem(place: ProblemPlace): Promise<void> {
    const known = await this.engine.problems(this.isOpen(place.store) ? place.store : this.ref.store);
    if (known.some(({ store, file }) => store === place.store && file === place.file)) await openProblem(place);
  }

  async copy(text: string): Promise<void> {
    await env.clipboard.writeText(text);
  }

  saveFile(name: string, bytes: Uint8Array): Promise<void> {
    return saveFile(name, bytes);
  }
}
