import { loggedArtifactPaths } from "../../../core/artifacts/loggedArtifacts.ts";
import { loggedModelPaths } from "../../../core/artifacts/modelHistory.ts";
import { pathSegments } from "../../../core/artifacts/segments.ts";
import { join, type Scan } from "../../../core/files/scan.ts";
import type { KeyValue } from "../../../core/model/text.ts";
import { LOGGED_ARTIFACT_GONE, runsNotKept } from "../../../core/verify/artifacts/kept.ts";
import type { RunSummary } from "../../../core/verify/facts/runSummary.ts";
import type { Found, Level } from "../../../core/verify/rule.ts";
import type { Doubts } from "../doubts.ts";
import { lookAtModel, lookAtTree } from "./lookAtFolder.ts";
import { type ArtifactPlaces, type FoundFolder, placeOf } from "./places.ts";

/** Runs of an experiment that logged models or tables, and keep none of their files here. */
export interface NotKept {
  readonly experiment: string;
  /** Where findings of it point. */
  readonly file: string;
  count: number;
}

/** Looks at what runs say that they logged and, at the level `bytes`, at all that lies among their artifacts. */
export class RunArtifacts {
  readonly #places: ArtifactPlaces;
  readonly #level: Level;
  readonly #tell: (found: Found) => void;
  /** By experiment. */
  readonly notKept = new Map<string, NotKept>();
  /** Folders of models, or of all artifacts, that were looked at, as paths below the store. */
  readonly models = new Set<string>();

  readonly #doubts: Doubts;

  constructor(places: ArtifactPlaces, level: Level, doubts: Doubts, tell: (found: Found) => void) {
    this.#doubts = doubts;
    this.#places = places;
    this.#level = level;
    this.#tell = tell;
  }

  async look(run: RunSummary, tags: readonly KeyValue[]): Promise<void> {
    const place = { experiment: run.experiment, run: run.run };
    await this.#look(run, tags);
    this.#doubts.settle((found) => this.#tell({ ...place, ...found }));
  }

  async #look(run: RunSummary, tags: readonly KeyValue[]): Promise<void> {
    const models = loggedModelPaths(tags);
    const named = [...models, ...loggedArtifactPaths(tags)].filter((path) => pathSegments(path, false) !== null);
    if (named.length === 0 && this.#level !== "bytes") return;
    const { tell } = this.#doubts;
    const root = await this.#places.find(run.file === "" ? null : run.file, run.artifactUri, run.id);
    if (root === null) {
      const { experiment, file } = run;
      if (named.length > 0 && !this.#doubts.hasFailed)
        this.#count({ experiment, file: file === "" ? "" : experiment }, 1);
      return;
    }
    for (const path of named) await this.#named(root, path, models.includes(path), tell);
    if (this.#level === "bytes") await this.#tree(root, models, tell);
  }

  /** What a run says that it logged. */
  async #named(root: FoundFolder, path: string, isModel: boolean, tell: (found: Found) => void): Promise<void> {
    const folder = { ...root, path: join(root.path, path) };
    if (await root.driver.run(isMissing(folder.path))) {
      const message = `${JSON.stringify(path.slice(0, 200))} was logged and is not there.`;
      tell({ rule: LOGGED_ARTIFACT_GONE, file: placeOf(root), message });
    } else if (isModel && this.#level === "full") {
      this.models.add(placeOf(folder));
      await lookAtModel(folder, true, tell);
    }
  }

  /** What another part of the work came by. */
  merge(notKept: readonly NotKept[], models: readonly string[]): void {
    for (const other of notKept) this.#count(other, other.count);
    for (const model of models) this.models.add(model);
  }

  /** What is said once of each experiment, when all its runs were looked at. */
  finish(): void {
    for (const { experiment, count, file } of this.notKept.values()) this.#tell(runsNotKept(experiment, file, count));
  }

  async #tree(root: FoundFolder, models: readonly string[], tell: (found: Found) => void): Promise<void> {
    this.models.add(placeOf(root));
    await lookAtTree(root, tell);
    for (const path of models) {
      const folder = { ...root, path: join(root.path, path) };
      if (await root.driver.run(isMissing(join(folder.path, "MLmodel")))) await lookAtModel(folder, true, tell);
    }
  }

  #count({ experiment, file }: Omit<NotKept, "count">, count: number): void {
    const known = this.notKept.get(experiment);
    if (known) known.count += count;
    else this.notKept.set(experiment, { experiment, file, count });
  }
}

function* isMissing(path: string): Scan<boolean> {
  const [reply] = yield [{ op: "stat", path }];
  return reply?.op === "failure" && (reply.code === "ENOENT" || reply.code === "ENOTDIR");
}
