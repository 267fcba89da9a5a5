import { loggedArtifactPaths } from "../../../core/artifacts/loggedArtifacts.ts";
import { loggedModelPaths } from "../../../core/artifacts/modelHistory.ts";
import { pathSegments } from "../../../core/artifacts/segments.ts";
import { join, type Scan } from "../../../core/files/scan.ts";
import type { KeyValue } from "../../../core/model/text.ts";
import { LOGGED_ARTIFACT_GONE, runsNotKept } from "../../../core/verify/artifacts/kept.ts";
import type { RunSummary } from "../../../core/verify/facts/runSummary.ts";
import type { Found, Level } from "../../../core/verify/rule.ts";
import { lookAtModel, lookAtTree } from "./lookAtFolder.ts";
import type { ArtifactPlaces, FoundFolder } from "./places.ts";

/** Looks at what runs say that they logged and, at the level `bytes`, at all that lies among their artifacts. */
export class RunArtifacts {
  readonly #places: ArtifactPlaces;
  readonly #level: Level;
  readonly #tell: (found: Found) => void;
  readonly #notKept = new Map<string, { count: number; readonly file: string }>();

  constructor(places: ArtifactPlaces, level: Level, tell: (found: Found) => void) {
    this.#places = places;
    this.#level = level;
    this.#tell = tell;
  }

  async look(run: RunSummary, tags: readonly KeyValue[]): Promise<void> {
    const models = loggedModelPaths(tags);
    const named = [...models, ...loggedArtifactPaths(tags)].filter((path) => pathSegments(path, false) !== null);
    if (named.length === 0 && this.#level !== "bytes") return;
    const place = { experiment: run.experiment, run: run.run };
    const tell = (found: Found): void => this.#tell({ ...place, ...found });
    const root = await this.#places.find(run.file === "" ? null : run.file, run.artifactUri, run.id);
    if (root === null) {
      if (named.length > 0) this.#count(run);
      return;
    }
    for (const path of named) {
      const file = join(root.path, path);
      if (await root.driver.run(isMissing(file))) {
        const message = `${JSON.stringify(path.slice(0, 200))} was logged and is not there.`;
        tell({ rule: LOGGED_ARTIFACT_GONE, file: join(root.prefix, root.path), message });
      } else if (models.includes(path) && this.#level === "full")
        await lookAtModel({ ...root, path: file }, true, tell);
    }
    if (this.#level === "bytes") await this.#tree(root, models, tell);
  }

  /** What is said once of each experiment, when all its runs were looked at. */
  finish(): void {
    for (const [experiment, { count, file }] of this.#notKept) this.#tell(runsNotKept(experiment, file, count));
  }

  async #tree(root: FoundFolder, models: readonly string[], tell: (found: Found) => void): Promise<void> {
    await lookAtTree(root, tell);
    for (const path of models) {
      const folder = { ...root, path: join(root.path, path) };
      if (await root.driver.run(isMissing(join(folder.path, "MLmodel")))) await lookAtModel(folder, true, tell);
    }
  }

  #count({ experiment, file }: RunSummary): void {
    const known = this.#notKept.get(experiment);
    if (known) known.count++;
    else this.#notKept.set(experiment, { count: 1, file: file === "" ? "" : experiment });
  }
}

function* isMissing(path: string): Scan<boolean> {
  const [reply] = yield [{ op: "stat", path }];
  return reply?.op === "failure" && (reply.code === "ENOENT" || reply.code === "ENOTDIR");
}
