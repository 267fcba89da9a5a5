import type { ArtifactPreview } from "../../core/artifacts/preview.ts";
import type { Band, BandRequest } from "../../core/model/bands.ts";
import type { ComparedFiles, FileContents, OwnedFile } from "../../core/model/comparedFiles.ts";
import type { ComparedModel } from "../../core/model/comparedParts.ts";
import { type RunRef, refKey } from "../../core/model/run.ts";
import type { ArtifactOwner, Comparison, RunRow, Series, SeriesView } from "../../core/model/views.ts";
import type { Engine } from "../../engine/engine.ts";
import type { FileOfRun } from "../../protocol/compare.ts";
import { diffArtifacts, openArtifact } from "./comparedFiles.ts";
import { ComparisonReader, type ReaderEvents } from "./comparisonReader.ts";
import { ghostOf } from "./ghost.ts";
import type { PinSet } from "./pinSet.ts";

/** What the tab Compare is answered with, of the pinned runs alone. */
export class CompareTab {
  readonly comparison: ComparisonReader;
  private readonly engine: () => Engine;
  private readonly pins: PinSet;
  private ghostRun: RunRow | null = null;

  constructor(engine: () => Engine, pins: PinSet, events: ReaderEvents) {
    this.engine = engine;
    this.pins = pins;
    this.comparison = new ComparisonReader(() => {
      const { refs, baseline } = pins.pins;
      return engine().compare(refs, baseline);
    }, events);
  }

  /** The runs of the newest comparison. */
  get shown(): Pick<Comparison, "runs"> {
    return this.comparison.latest ?? { runs: [] };
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
}
