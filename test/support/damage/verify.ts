import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { edit, inTurn, remove, replace } from "./edits.ts";
import { HEALTHY } from "./healthyStore.ts";

/** What verify has to say about beyond what a reader cannot read: most of it reads well, and some MLflow refuses it. */
export interface VerifyDamage {
  readonly name: string;
  readonly apply: (store: string) => void;
}

const RUN = HEALTHY.run;
const meta = (from: RegExp, to: string) => edit(HEALTHY.runMeta, (text) => text.replace(from, to));
const experiment = (from: RegExp, to: string) => edit(HEALTHY.experimentMeta, (text) => text.replace(from, to));
const metric = (lines: string) => replace(HEALTHY.metric, lines);
const emptyFolder = (path: string) => (store: string) => void mkdirSync(join(store, path), { recursive: true });

export const verifyDamages: readonly VerifyDamage[] = [
  { name: "run without params folder", apply: remove(`${RUN}/params`) },
  { name: "run without metrics folder", apply: remove(`${RUN}/metrics`) },
  { name: "run without tags folder", apply: remove(`${RUN}/tags`) },
  {
    name: "run without artifacts folder",
    apply: (store) => rmSync(join(store, RUN, "artifacts"), { recursive: true, force: true }),
  },
  { name: "run of another experiment_id", apply: meta(/^experiment_id: .*$/m, "experiment_id: '42'") },
  { name: "run_id other than its folder", apply: meta(/^run_id: .*$/m, `run_id: ${"e".repeat(32)}`) },
  {
    name: "run folder renamed",
    apply: (store) => renameSync(join(store, RUN), join(store, HEALTHY.experiment, "renamed")),
  },
  { name: "run without lifecycle_stage", apply: meta(/^lifecycle_stage: .*\n/m, "") },
  { name: "run lifecycle_stage a word", apply: meta(/^lifecycle_stage: .*$/m, "lifecycle_stage: gone") },
  { name: "run without status", apply: meta(/^status: .*\n/m, "") },
  { name: "run without end_time", apply: meta(/^end_time: .*\n/m, "") },
  { name: "run end_time a word", apply: meta(/^end_time: .*$/m, "end_time: later") },
  { name: "run without artifact_uri", apply: meta(/^artifact_uri: .*\n/m, "") },
  { name: "run without user_id", apply: meta(/^user_id: .*\n/m, "") },
  { name: "run without run_name", apply: meta(/^run_name: .*\n/m, "") },
  { name: "run without experiment_id", apply: meta(/^experiment_id: .*\n/m, "") },
  { name: "run ends before it starts", apply: meta(/^end_time: .*$/m, "end_time: 1") },
  {
    name: "run unfinished",
    apply: inTurn(meta(/^status: .*$/m, "status: 1"), meta(/^end_time: .*$/m, "end_time: null")),
  },
  { name: "metric line twice", apply: metric("1709193600000 0.9 0\n1709193600000 0.9 0\n1709193601000 0.7 1\n") },
  { name: "metric step twice with other values", apply: metric("1709193600000 0.9 0\n1709193600000 0.8 0\n") },
  { name: "metric only NaN", apply: metric("1709193600000 nan 0\n") },
  { name: "metric infinite", apply: metric("1709193600000 inf 0\n1709193601000 -inf 1\n") },
  { name: "metric without a last newline", apply: metric("1709193600000 0.9 0\n1709193601000 0.7 1") },
  { name: "metric with a blank line at the end", apply: metric("1709193600000 0.9 0\n\n") },
  { name: "metric step negative", apply: metric("1709193600000 0.9 -5\n") },
  { name: "metric step beyond 64 bits", apply: metric("1709193600000 0.9 99999999999999999999\n") },
  { name: "metric key with a quote", apply: replace(`${RUN}/metrics/it's`, "1709193600000 0.9 0\n") },
  { name: "metric key with a parenthesis", apply: replace(`${RUN}/metrics/f1(macro)`, "1709193600000 0.9 0\n") },
  { name: "param key with a quote", apply: replace(`${RUN}/params/it's`, "x") },
  { name: "tag key with a parenthesis", apply: replace(`${RUN}/tags/a(b)`, "x") },
  { name: "param key of 300 characters", apply: replace(`${RUN}/params/${"k".repeat(240)}/${"k".repeat(59)}`, "x") },
  { name: "param of 7,000 characters", apply: replace(HEALTHY.param, "x".repeat(7000)) },
  { name: "tag of 9,000 characters", apply: replace(HEALTHY.tag, "x".repeat(9000)) },
  { name: "param not UTF-8", apply: replace(HEALTHY.param, Uint8Array.from([0xff, 0xfe, 0x41])) },
  { name: "tag not UTF-8", apply: replace(HEALTHY.tag, Uint8Array.from([0xff, 0xfe, 0x41])) },
  { name: "param empty", apply: replace(HEALTHY.param, "") },
  {
    name: "param with conflict markers",
    apply: replace(HEALTHY.param, "<<<<<<< HEAD\n0.1\n=======\n0.2\n>>>>>>> feature\n"),
  },
  { name: "input without meta.yaml", apply: emptyFolder(`${RUN}/inputs/0123456789abcdef0123456789abcdef`) },
  { name: "output without meta.yaml", apply: emptyFolder(`${RUN}/outputs/m-0123456789abcdef0123456789abcdef`) },
  {
    name: "input of a dataset that is not there",
    apply: replace(
      `${RUN}/inputs/0123456789abcdef0123456789abcdef/meta.yaml`,
      "destination_id: abc\ndestination_type: RUN\nsource_id: abc\nsource_type: DATASET\ntags: {}\n",
    ),
  },
  { name: "a stray file in the run", apply: replace(`${RUN}/notes.txt`, "x") },
  { name: "a stray file in the experiment", apply: replace(`${HEALTHY.experiment}/notes.txt`, "x") },
  { name: "a stray file in the store", apply: replace("notes.txt", "x") },
  { name: "a folder without meta.yaml in the experiment", apply: emptyFolder(`${HEALTHY.experiment}/plots`) },
  { name: "an empty folder in the store", apply: emptyFolder("plots") },
  { name: "a .git folder in the store", apply: replace(".git/HEAD", "ref: refs/heads/main\n") },
  { name: ".gitkeep in params", apply: replace(`${RUN}/params/.gitkeep`, "") },
  { name: ".gitkeep in tags", apply: replace(`${RUN}/tags/.gitkeep`, "") },
  { name: ".gitkeep in the store", apply: replace(".gitkeep", "") },
  { name: "experiment_id other than its folder", apply: experiment(/^experiment_id: .*$/m, "experiment_id: '42'") },
  { name: "experiment without name", apply: experiment(/^name: .*\n/m, "") },
  { name: "experiment without lifecycle_stage", apply: experiment(/^lifecycle_stage: .*\n/m, "") },
  { name: "experiment without artifact_location", apply: experiment(/^artifact_location: .*\n/m, "") },
  { name: "experiment without times", apply: experiment(/^(creation_time|last_update_time): .*\n/gm, "") },
  {
    name: "experiment marked deleted outside the trash",
    apply: experiment(/^lifecycle_stage: .*$/m, "lifecycle_stage: deleted"),
  },
  {
    name: "experiment in the trash marked active",
    apply: (store) => {
      mkdirSync(join(store, ".trash"), { recursive: true });
      renameSync(join(store, HEALTHY.otherExperiment), join(store, ".trash", HEALTHY.otherExperiment));
    },
  },
  { name: "no trash folder", apply: (store) => rmSync(join(store, ".trash"), { recursive: true, force: true }) },
  { name: "no models folder", apply: (store) => rmSync(join(store, "models"), { recursive: true, force: true }) },
  { name: "parent that is not there", apply: replace(`${RUN}/tags/mlflow.parentRunId`, "f".repeat(32)) },
  { name: "run its own parent", apply: replace(`${RUN}/tags/mlflow.parentRunId`, HEALTHY.runId) },
  { name: "run marked deleted", apply: meta(/^lifecycle_stage: .*$/m, "lifecycle_stage: deleted\ndeleted_time: 5") },
  { name: "tag mlflow.runName other than run_name", apply: replace(`${RUN}/tags/mlflow.runName`, "other") },
];
