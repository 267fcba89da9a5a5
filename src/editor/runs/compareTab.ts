import type { ArtifactPreview } from "../../core/artifacts/preview.ts";
import type { Band, BandRequest } from "../../core/model/bands.ts";
import type { ComparedFiles, FileContents, OwnedFile } from "../../core/model/comparedFiles.ts";
import type { ComparedModel } from "../../core/model/comparedParts.ts";
import { type RunRef, refKey } from "../../core/model/run.ts";
import type { ArtifactOwner, Comparison, RunRow, Series, SeriesView } from "../../core/model/views.ts";
import type { Engine } from "../../engine/engine.ts";
import type { FileOfRun } from "../../protocol/compare.ts";
import { diffArtifacts, openArtifact } from "./comparedFiles.ts";
import { ghostOf } from "./ghost.ts";
import { Newest } from "./newest.ts";
import type { PinSet } from "./pinSet.ts";

export interface CompareEvents {
  /** A comparison was read, whoever asked for it. */
  read(): void;
  /** A page that has a comparison is to have this one. */
  changed(comparison: Comparison): void;
}

/** The comparison of the pinned runs: read one at a time, so that no older one comes after a newer. */
export class CompareTab {
  private readonly engine: () => Engine;
  private readonly pins: PinSet;
  private readonly events: CompareEvents;
  private readonly reading = new Newest(() => this.read());
  private latest: Comparison | null = null;
  private ghostRun: RunRow | null = null;
  /** Whether a page has one, and so is told of changes. */
  private isShown = false;
  private isDue = false;

  constructor(engine: () => Engine, pins: PinSet, events: CompareEvents) {
    this.engine = engine;
    this.pins = pins;
    this.events = events;
  }

  async load(): Promise<Comparison> {
    this.isShown = true;
    await this.reading.run();
    if (this.latest === null) throw new Error("no comparison was read");
    return this.latest;
  }

  /** Reads again and tells the page, where it has a comparison at all; where that fails it keeps what it has. */
  async update(): Promise<void> {
    if (!this.isShown) return;
    this.isDue = true;
    await this.reading.run().catch(() => undefined);
  }

  /** The runs of the newest comparison. */
  get shown(): Pick<Comparison, "runs"> {
    return this.latest ?? { runs: [] };
  }

  /** The page is gone. */
  forget(): void {
    this.isShown = false;
  }

  series(key: string, refs: readonly RunRef[], maxPoints: number, view: SeriesView): Promise<readonly Series[]> {
    return this.engine().series(this.drawn(refs), key, maxPoints, view);
  }

  bands(request: BandRequest): Promise<readonly Band[]> {
    const groups = request.groups.map(({ name, refs }) => ({ name, refs: this.drawn(refs) }));
    return this.engine().bands({ ...request, groups });
  }

  async ghost(): Promise<RunRow | null> {
    this.ghostRun = await ghostOf(this.engine(), this.shown.runs, this.pins.pins.refs);
    return this.ghostRun;
  }

  models(): Promise<readonly ComparedModel[]> {
    return this.engine().compareModels(this.shown.runs.map(({ ref }) => ref));
  }

  files(): Promise<ComparedFiles> {
    return this.engine().compareFiles(this.shown.runs.map(({ ref }) => ref));
  }

  fileContents(files: readonly OwnedFile[]): Promise<FileContents> {
    return this.engine().fileContents(files);
  }

  preview(owner: ArtifactOwner, path: string): Promise<ArtifactPreview> {
    return this.engine().preview(owner, path);
  }

  openArtifact(owner: ArtifactOwner, path: string): Promise<void> {
    return openArtifact(this.engine(), { owner, path });
  }

  diffFiles(left: FileOfRun, right: FileOfRun): Promise<void> {
    return diffArtifacts(this.engine(), left, right, [this.label(left.ref), this.label(right.ref)]);
  }

  /** Of some runs those that this comparison may draw. */
  private drawn(refs: readonly RunRef[]): readonly RunRef[] {
    const ghost = this.ghostRun === null ? null : refKey(this.ghostRun.ref);
    return refs.filter((ref) => this.pins.has(ref) || refKey(ref) === ghost);
  }

  private label(wanted: RunRef): string {
    const row = this.shown.runs.find(({ ref }) => refKey(ref) === refKey(wanted));
    return row?.label ?? wanted.run.slice(0, 8);
  }

  private async read(): Promise<void> {
    const { refs, baseline } = this.pins.pins;
    this.latest = await this.engine().compare(refs, baseline);
    if (this.reading.isStale) return;
    this.events.read();
    if (this.isDue && this.isShown) this.events.changed(this.latest);
    this.isDue = false;
  }
}
