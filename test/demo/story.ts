import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeExperiment } from "../support/store.ts";
import { trainOnChurn } from "./churn.ts";
import { deploy, writeResults } from "./deployment.ts";
import { Repository } from "./git.ts";
import { type Training, trainOnHouses } from "./housePrices.ts";
import { ALGORITHMS, DAY, EXPERIMENTS, FIRST_DAY, HOUR, type Moment, STORE_URI } from "./places.ts";
import { type CodeState, FIRST_CODE, writeCode, writeProject } from "./project.ts";
import { type Random, seeded } from "./random.ts";
import { Registry } from "./registry.ts";
import type { Trained } from "./trained.ts";
import { tune } from "./tuning.ts";

const LAST_DAY = 46;
const FEATURE = "feature/gradient-boosting";

/** Six weeks in the life of a repository, commit by commit. */
export function tellStory(folder: string): void {
  const team = new Team(folder);
  team.start();
  team.pipeline(1, { broken: "gradient_boosting" });
  team.tune(3, "random_forest", 22);
  team.pipeline(5);
  team.code(7, "feat: lower the learning rate", { learningRate: "0.05" });
  team.pipeline(8);
  team.pipeline(14);
  team.tune(15, "gradient_boosting", 30);
  team.code(17, "feat: rooms per person as a feature", { extended: true });
  team.pipeline(18, { note: NOTE });
  team.pipeline(22);
  team.code(24, "fix: stop boosting early when nothing improves", { earlyStopping: true });
  team.pipeline(25);
  team.tune(28, "gradient_boosting", 26);
  team.pipeline(31);
  team.pipeline(36, { cancelled: "random_forest" });
  team.tune(38, "random_forest", 24);
  team.onBranch(40);
  team.pipeline(43);
  team.pipeline(LAST_DAY, { unfinished: true });
}

const NOTE = `# First run with rooms per person

The new feature helps **every** algorithm:

| algorithm | before | after |
|---|---|---|
| random forest | 0.53 | 0.50 |
| gradient boosting | 0.49 | 0.47 |

- [x] checked for leakage
- [ ] try it on the suburbs alone
`;

interface PipelineOptions {
  readonly broken?: Training["algorithm"];
  readonly cancelled?: Training["algorithm"];
  readonly unfinished?: boolean;
  readonly note?: string;
}

class Team {
  readonly #folder: string;
  readonly #store: string;
  readonly #random: Random = seeded(20_261_005);
  readonly #repository: Repository;
  readonly #registry: Registry;
  #code: CodeState = FIRST_CODE;
  #build = 0;
  #branch = "main";
  #deployedRmse = Number.POSITIVE_INFINITY;

  constructor(folder: string) {
    this.#folder = folder;
    this.#store = join(folder, "mlruns");
    this.#repository = new Repository(folder);
    this.#registry = new Registry(this.#store);
  }

  start(): void {
    writeProject(this.#folder);
    writeCode(this.#folder, this.#code);
    this.#repository.commit("feat: train three kinds of models", FIRST_DAY + 9 * HOUR);
    mkdirSync(join(this.#store, ".trash"), { recursive: true }); // MLflow makes it with the store, and Git drops it
    writeExperiment(this.#store, STORE_URI, { id: "0", name: "Default", created: FIRST_DAY });
  }

  code(day: number, message: string, change: Partial<CodeState>): void {
    this.#code = { ...this.#code, ...change };
    writeCode(this.#folder, this.#code);
    this.#repository.commit(message, FIRST_DAY + day * DAY + 10 * HOUR);
  }

  /** What the CI does: trains, compares, deploys what is better, commits everything. */
  pipeline(day: number, options: PipelineOptions = {}): void {
    const moment = this.#moment(day, 11);
    const houses = this.#trainings(options).map((training, i) =>
      trainOnHouses(this.#random, { ...moment, time: moment.time + i * 150_000 }, training),
    );
    this.#add("prices", houses);
    this.#add("churn", trainOnChurn(this.#random, { ...moment, time: moment.time + HOUR }));
    this.#promote(houses, moment);
    this.#repository.commit(`ci: MLflow data of pipeline run ${moment.build}`, moment.time + 2 * HOUR);
  }

  tune(day: number, algorithm: "random_forest" | "gradient_boosting", trials: number): void {
    const moment = this.#moment(day, 14);
    this.#add("tuning", tune(this.#random, moment, algorithm, trials));
    this.#repository.commit(`exp: tune ${algorithm} over ${trials} trials`, moment.time + 3 * HOUR);
  }

  /** A pull request in the making: main goes on without it. */
  onBranch(day: number): void {
    const [code, branch] = [this.#code, this.#branch];
    this.#repository.switchTo(FEATURE, { create: true });
    this.#branch = FEATURE;
    this.code(day, "feat: deeper trees for gradient boosting", { learningRate: "0.08" });
    const moment = this.#moment(day, 13);
    const trainings = Array.from(
      { length: 6 },
      (_, i): Training => ({ algorithm: "gradient_boosting", features: i % 2 ? "extended" : "basic" }),
    );
    const trained = trainings.map((training, i) =>
      trainOnHouses(this.#random, { ...moment, progress: 1.2, time: moment.time + i * 150_000 }, training),
    );
    this.#add("prices", trained);
    this.#repository.commit("exp: gradient boosting with deeper trees", moment.time + HOUR);
    this.tune(day + 1, "gradient_boosting", 10);
    this.#repository.switchTo("main");
    [this.#code, this.#branch] = [code, branch];
    dropLeftovers(this.#store);
  }

  #trainings({ broken, cancelled, unfinished, note }: PipelineOptions): Training[] {
    const features = this.#code.extended ? (["basic", "extended"] as const) : (["basic"] as const);
    const trainings = features.flatMap((f) => ALGORITHMS.map((algorithm): Training => ({ algorithm, features: f })));
    return trainings.map((training, i) => {
      const last = i === trainings.length - 1;
      if (training.algorithm === broken) return { ...training, status: "FAILED", note: "Out of memory on the runner." };
      if (training.algorithm === cancelled) return { ...training, status: "KILLED" };
      if (unfinished && last) return { ...training, status: "RUNNING" };
      return note !== undefined && last ? { ...training, note } : training;
    });
  }

  #moment(day: number, hour: number): Moment {
    this.#build++;
    const time = FIRST_DAY + day * DAY + hour * HOUR + Math.floor(this.#random.between(0, 1_200_000));
    return {
      time,
      commit: this.#repository.head(),
      branch: this.#branch,
      build: this.#build,
      progress: day / LAST_DAY,
    };
  }

  #add(experiment: keyof typeof EXPERIMENTS, trained: readonly Trained[]): void {
    writeExperiment(this.#store, STORE_URI, {
      ...EXPERIMENTS[experiment],
      created: FIRST_DAY + 11 * HOUR,
      tags: { team: experiment === "churn" ? "retention" : "pricing" },
      runs: trained.map((one) => one.run),
      models: trained.flatMap((one) => (one.model ? [one.model] : [])),
    });
  }

  #promote(trained: readonly Trained[], moment: Moment): void {
    const byRmse = trained.filter((one) => one.model).sort((a, b) => rmseOf(a) - rmseOf(b));
    const best = byRmse[0];
    if (!best) return;
    const bestOfEach = ALGORITHMS.flatMap((name) => byRmse.find((one) => one.algorithm === name) ?? []);
    writeResults(this.#folder, bestOfEach, best);
    const better = rmseOf(best) < this.#deployedRmse;
    this.#registry.register(best, better);
    if (!better) return;
    this.#deployedRmse = rmseOf(best);
    deploy(this.#folder, best, { ...moment, time: moment.time + 1.5 * HOUR });
  }
}

function rmseOf(trained: Trained): number {
  return trained.scores.rmse ?? Number.POSITIVE_INFINITY;
}

/** Git leaves the empty folders of the other branch's runs behind: runs without anything in them. */
function dropLeftovers(store: string): void {
  for (const { id } of Object.values(EXPERIMENTS)) {
    const experiment = join(store, id);
    for (const name of readdirSync(experiment)) {
      const isRun = /^[0-9a-f]{32}$/.test(name);
      if (isRun && !existsSync(join(experiment, name, "meta.yaml")))
        rmSync(join(experiment, name), { recursive: true });
    }
  }
}
