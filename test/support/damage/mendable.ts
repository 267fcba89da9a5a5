import { damages, isPossible } from "../damage.ts";
import { GitRepo } from "../gitRepo.ts";
import { withDamaged } from "./answers.ts";
import { edit, replace } from "./edits.ts";
import { HEALTHY } from "./healthyStore.ts";
import { modelDamages } from "./models.ts";
import { verifyDamages } from "./verify.ts";

const more = [
  { name: "experiment meta.yaml bad YAML", apply: replace(HEALTHY.experimentMeta, "name: [\n") },
  { name: "metric with line ends of two kinds", apply: edit(HEALTHY.metric, (text) => text.replace("\n", "\r\n")) },
];

/** Without what is too large or too strange for Git to keep a version of. */
export const mendableDamages = [...damages.filter(isPossible), ...verifyDamages, ...modelDamages, ...more].filter(
  ({ name }) => !/GiB|FIFO|circle|itself|\.git folder/.test(name),
);

/** What can be mended so that the store is as good as new for MLflow 3.18 and its migration. */
export const WHOLE_AGAIN: readonly string[] = [
  "run meta.yaml empty",
  "run meta.yaml missing",
  "run meta.yaml bad YAML",
  "run meta.yaml a list",
  "run without start_time",
  "run without run_id",
  "run meta.yaml of random bytes",
  "experiment meta.yaml missing",
  "experiment meta.yaml empty",
  "experiment meta.yaml bad YAML",
  "metric line blank",
  "metric last line cut",
  "metric last line cut behind its value",
  "metric line twice",
  "metric with line ends of two kinds",
  "metric with a blank line at the end",
  "run without params folder",
  "run without artifacts folder",
];

/** The store as it was committed, then damaged. */
export function committedThenDamaged(
  apply: (store: string) => void,
  work: (store: string, folder: string) => Promise<void>,
) {
  return withDamaged({ apply: () => {}, mlflow1: false }, async (store, folder) => {
    new GitRepo(folder).commit();
    apply(store);
    await work(store, folder);
  });
}
