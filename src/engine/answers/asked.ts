import { bandsOf } from "../../core/compare/bands/bandsOf.ts";
import { WHOLE } from "../../core/compare/placePoints.ts";
import { TableAnswers, type TableSource } from "../../core/compare/tableAnswers.ts";
import { ghostOf } from "../../core/index/ghost.ts";
import { Selections } from "../../core/index/selection/selections.ts";
import type { Band, BandRequest } from "../../core/model/bands.ts";
import type { MetricHistory } from "../../core/model/metric.ts";
import type { RunRef } from "../../core/model/run.ts";
import type { Comparison, RunView, Series } from "../../core/model/views.ts";
import type { Session } from "../indexing/session.ts";
import type { StoreIndex } from "../indexing/storeIndex.ts";
import { ArtifactAnswers } from "./artifactAnswers.ts";
import { comparisonOf } from "./comparison.ts";
import { runView } from "./runView.ts";
import { seriesAnswer } from "./seriesAnswer.ts";
import { selectContext } from "./storeAnswers.ts";

/** What is asked for by a click: tables, single runs and their files, curves, comparisons. Loaded at the first. */
export class AskedAnswers {
  readonly artifacts: ArtifactAnswers;
  readonly tables: TableAnswers;
  readonly #sessionOf: (store: string) => Session | null;
  readonly #selections = new WeakMap<StoreIndex, Selections>();

  constructor(sessionOf: (store: string) => Session | null) {
    this.#sessionOf = sessionOf;
    this.artifacts = new ArtifactAnswers(sessionOf);
    this.tables = new TableAnswers((store) => {
      const session = sessionOf(store);
      return session && this.#tableSource(session.index);
    });
  }

  async run(ref: RunRef): Promise<RunView | null> {
    const session = this.#sessionOf(ref.store);
    return session && runView(session, ref, this.artifacts);
  }

  async series(refs: readonly RunRef[], key: string, maxPoints: number, view = WHOLE): Promise<readonly Series[]> {
    const found: Series[] = [];
    for (const ref of refs) {
      const session = this.#sessionOf(ref.store);
      const series = session && (await seriesAnswer(session, ref, key, { view, maxPoints }));
      if (series) found.push(series);
    }
    return found;
  }

  bands(request: BandRequest): Promise<readonly Band[]> {
    return bandsOf(request, (ref, keys) => this.#history(ref, keys));
  }

  ghost(ref: RunRef, key: string): RunRef | null {
    const session = this.#sessionOf(ref.store);
    return session && ghostOf(selectContext(session.index), ref, key);
  }

  compare(refs: readonly RunRef[], baseline: RunRef | null): Promise<Comparison> {
    return comparisonOf(refs, baseline, this.#sessionOf);
  }

  async #history(ref: RunRef, keys: readonly string[]): Promise<readonly MetricHistory[]> {
    return (await this.#sessionOf(ref.store)?.history(ref.experiment, ref.run, keys)) ?? [];
  }

  /** What tables over one store are made of, now. */
  #tableSource(index: StoreIndex): TableSource {
    const names = new Map(index.folders.map(({ experiment }) => [experiment.folder, experiment.name]));
    const context = {
      ...selectContext(index),
      experimentName: (folder: string) => names.get(folder) ?? folder,
      goalOf: (metric: string) => index.goalOf(metric),
    };
    const selections = this.#selections.get(index) ?? new Selections();
    this.#selections.set(index, selections);
    return { context, selections };
  }
}
