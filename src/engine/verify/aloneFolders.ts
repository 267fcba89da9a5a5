import type { ExperimentFolder } from "../../core/model/store.ts";
import type { Found } from "../../core/verify/rule.ts";
import { artifactsAlone } from "../../core/verify/structure/artifactsAlone.ts";
import type { VerifiedPart } from "./part/part.ts";

/** Folders in which a database beside keeps artifacts, by experiment. */
export class AloneFolders {
  readonly #count = new Map<string, number>();
  readonly #lost = new Map<string, string[]>();

  add({ experiment, ofDatabase, lost }: VerifiedPart): void {
    const count = ofDatabase.length + lost.length;
    if (count > 0) this.#count.set(experiment, (this.#count.get(experiment) ?? 0) + count);
    if (lost.length > 0) this.#lost.set(experiment, [...(this.#lost.get(experiment) ?? []), ...lost]);
  }

  /** Whether an experiment's folder holds nothing else, so that it is the database's where it has no meta.yaml. */
  isForeign({ experiment, runs }: ExperimentFolder): boolean {
    return !experiment.readable && runs.length > 0 && this.#count.get(experiment.folder) === runs.length;
  }

  findings(): Found[] {
    return [...this.#lost].map(([experiment, [first = "", ...rest]]) =>
      artifactsAlone(experiment, first, rest.length + 1),
    );
  }
}
