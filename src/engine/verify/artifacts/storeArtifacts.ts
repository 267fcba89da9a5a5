import type { StoreRef } from "../../../core/model/store.ts";
import type { KeyValue } from "../../../core/model/text.ts";
import type { ForeignAddresses } from "../../../core/verify/artifacts/addresses.ts";
import type { RunSummary } from "../../../core/verify/facts/runSummary.ts";
import type { Found, Level } from "../../../core/verify/rule.ts";
import type { DriverCalls } from "../../disk/driver.ts";
import { Doubts } from "../doubts.ts";
import { ModelArtifacts, type StoreModels } from "./modelArtifacts.ts";
import { ArtifactPlaces, isEmpty } from "./places.ts";
import { type NotKept, RunArtifacts } from "./runArtifacts.ts";

/** Looks at the artifacts of one store: of its runs as they come, then of its models. */
export class StoreArtifacts {
  readonly #places: ArtifactPlaces;
  readonly #runs: RunArtifacts;
  readonly #models: ModelArtifacts;
  readonly #tell: (found: Found) => void;

  readonly #doubts = new Doubts();

  constructor(store: StoreRef, level: Level, tell: (found: Found) => void, calls?: DriverCalls) {
    const doubts = this.#doubts;
    this.#places = new ArtifactPlaces(store, doubts, calls);
    this.#tell = tell;
    this.#runs = new RunArtifacts(this.#places, level, doubts, tell);
    this.#models = new ModelArtifacts(this.#places, level, { doubts, seen: this.#runs.models }, tell);
  }

  run(run: RunSummary, tags: readonly KeyValue[]): Promise<void> {
    return this.#runs.look(run, tags);
  }

  /** Runs that another part of the work looked at. */
  merge(notKept: readonly NotKept[], models: readonly string[]): void {
    this.#runs.merge(notKept, models);
  }

  /** When all runs were looked at. */
  async models(models: StoreModels, signal: AbortSignal): Promise<void> {
    this.#runs.finish();
    await this.#models.look(models, signal);
  }

  /** Tells of addresses that lead elsewhere where files lie beside them. */
  async addresses(foreign: ReturnType<ForeignAddresses["findings"]>): Promise<void> {
    for (const { found, folders } of foreign) {
      for (const folder of folders) {
        if (await this.#places.run(isEmpty(folder))) continue;
        this.#tell(found);
        break;
      }
    }
    this.#doubts.settle(this.#tell);
  }
}
