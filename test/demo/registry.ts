import { join } from "node:path";
import { writeRegisteredModel } from "../support/modelFiles.ts";
import { pyJson } from "../support/python.ts";
import type { VersionSpec } from "../support/spec.ts";
import { writeFile } from "../support/writing.ts";
import { EXPERIMENTS, FIRST_DAY, STORE_URI } from "./places.ts";
import type { Trained } from "./trained.ts";

const NAME = "house-prices";

/** The registered model of the pipeline: a version for each best model, the deployed one its champion. */
export class Registry {
  readonly #store: string;
  readonly #versions: VersionSpec[] = [];
  #champion = 0;

  constructor(store: string) {
    this.#store = store;
  }

  register(trained: Trained, promoted: boolean): void {
    const { model, run } = trained;
    if (!model) return;
    const version = this.#versions.length + 1;
    const time = (run.end ?? run.start) + 2000;
    const folder = `${EXPERIMENTS.prices.id}/models/${model.id}`;
    if (promoted) this.#archive(time);
    this.#versions.push({
      version,
      source: `models:/${model.id}`,
      storage: `${STORE_URI}/${folder}/artifacts`,
      runId: run.id,
      created: time,
      stage: promoted ? "Production" : "None",
      description: promoted ? `Best ${trained.algorithm} so far.` : null,
      tags: { algorithm: trained.algorithm },
    });
    if (promoted) this.#champion = version;
    writeFile(join(this.#store, folder, "tags/mlflow.modelVersions"), pyJson([{ name: NAME, version }]));
    this.#write(time);
  }

  #archive(time: number): void {
    const old = this.#versions[this.#champion - 1];
    if (old) this.#versions[this.#champion - 1] = { ...old, stage: "Archived", updated: time };
  }

  #write(time: number): void {
    const newest = this.#versions.length;
    writeRegisteredModel(this.#store, {
      name: NAME,
      description: "Prices of houses. The **champion** is what `deployment/` serves; the challenger is the newest.",
      created: FIRST_DAY,
      updated: time,
      tags: { team: "pricing" },
      aliases: { champion: this.#champion, challenger: newest },
      versions: this.#versions,
    });
  }
}
