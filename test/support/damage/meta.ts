import { conflict, edit, inTurn, LFS_POINTER, remove, replace } from "./edits.ts";
import { HEALTHY } from "./healthyStore.ts";
import type { Damage } from "./types.ts";

const RUN = { healthy: false, file: HEALTHY.runMeta } as const;
const EXPERIMENT = { healthy: false, file: HEALTHY.experimentMeta } as const;

export const runMetaDamages: readonly Damage[] = [
  { ...RUN, name: "run meta.yaml empty", apply: replace(HEALTHY.runMeta, ""), reason: /empty/i },
  {
    ...RUN,
    name: "run meta.yaml with conflict markers",
    apply: conflict(HEALTHY.runMeta, 2, "end_time: null"),
    line: 2,
    reason: /conflict/i,
  },
  { ...RUN, name: "run meta.yaml an LFS pointer", apply: replace(HEALTHY.runMeta, LFS_POINTER), reason: /LFS/ },
  {
    ...RUN,
    name: "run meta.yaml bad YAML",
    apply: edit(HEALTHY.runMeta, (text) => text.replace(/^run_name: .*$/m, 'run_name: "open')),
    reason: /yaml/i,
  },
  { ...RUN, name: "run meta.yaml a list", apply: replace(HEALTHY.runMeta, "- a\n- b\n"), reason: /map|yaml/i },
  {
    ...RUN,
    name: "run meta.yaml missing",
    apply: remove(HEALTHY.runMeta),
    file: HEALTHY.run,
    reason: /meta\.yaml|missing/i,
  },
  {
    ...RUN,
    name: "run status a word",
    apply: edit(HEALTHY.runMeta, (text) => text.replace("status: 3", "status: FINISHED")),
    reason: /status/i,
  },
  {
    ...RUN,
    name: "run status out of range",
    apply: edit(HEALTHY.runMeta, (text) => text.replace("status: 3", "status: 9")),
    reason: /status/i,
  },
  {
    ...RUN,
    name: "run without start_time",
    apply: edit(HEALTHY.runMeta, (text) => text.replace(/^start_time: .*\n/m, "")),
    reason: /start_time/,
  },
  {
    ...RUN,
    name: "run start_time a word",
    apply: edit(HEALTHY.runMeta, (text) => text.replace(/^start_time: .*$/m, "start_time: yesterday")),
    reason: /start_time/,
  },
  {
    ...RUN,
    name: "run without run_id",
    apply: edit(HEALTHY.runMeta, (text) => text.replace(/^run_id: .*\n/m, "")),
    reason: /run_id/,
  },
  {
    ...RUN,
    name: "run meta.yaml a folder",
    apply: inTurn(remove(HEALTHY.runMeta), replace(`${HEALTHY.runMeta}/inside`, "x")),
    reason: /./,
  },
  {
    ...RUN,
    name: "run meta.yaml of random bytes",
    apply: replace(
      HEALTHY.runMeta,
      Uint8Array.from({ length: 400 }, (_, i) => (i * 7919 + 128) % 251),
    ),
    reason: /./,
  },
];

export const experimentMetaDamages: readonly Damage[] = [
  {
    ...EXPERIMENT,
    name: "experiment meta.yaml missing",
    apply: remove(HEALTHY.experimentMeta),
    file: HEALTHY.experiment,
    reason: /meta\.yaml|missing/i,
  },
  { ...EXPERIMENT, name: "experiment meta.yaml empty", apply: replace(HEALTHY.experimentMeta, ""), reason: /empty/i },
  {
    ...EXPERIMENT,
    name: "experiment meta.yaml with conflict markers",
    apply: conflict(HEALTHY.experimentMeta, 7, "name: renamed"),
    line: 7,
    reason: /conflict/i,
  },
  {
    healthy: false,
    name: "two experiments of one name",
    apply: edit(`${HEALTHY.otherExperiment}/meta.yaml`, (text) => text.replace("name: second", "name: first")),
    file: `${HEALTHY.otherExperiment}/meta.yaml`,
    reason: /name/i,
  },
];
