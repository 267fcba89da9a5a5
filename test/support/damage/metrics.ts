import { conflict, edit, LFS_POINTER, replace, setLine } from "./edits.ts";
import { HEALTHY } from "./healthyStore.ts";
import type { Damage } from "./types.ts";

const METRIC = { healthy: false, file: HEALTHY.metric } as const;

function line3(name: string, text: string, reason: RegExp): Damage {
  return { ...METRIC, name: `metric ${name}`, apply: setLine(HEALTHY.metric, 3, text), line: 3, reason };
}

export const metricDamages: readonly Damage[] = [
  { ...METRIC, name: "metric file empty", apply: replace(HEALTHY.metric, ""), reason: /empty/i },
  line3("line blank", "", /blank|empty|field/i),
  {
    ...METRIC,
    name: "metric last line cut",
    apply: edit(HEALTHY.metric, (text) => text.slice(0, text.lastIndexOf(" ", text.length - 6))),
    line: 5,
    reason: /cut|field|line/i,
  },
  {
    ...METRIC,
    name: "metric last line cut behind its value",
    apply: edit(HEALTHY.metric, (text) => text.slice(0, text.lastIndexOf(" "))),
    line: 5,
    reason: /cut|field|line/i,
  },
  line3("line of one field", "0.6", /field/i),
  line3("line of four fields", "1709193602000 0.6 2 set", /field/i),
  line3("line of six fields: a dataset name with a space", "1709193602000 0.6 2 train set a4147ad3", /field/i),
  line3("line with two spaces", "1709193602000  0.6 2", /field|space|number|value/i),
  line3("timestamp a float", "1709193602000.5 0.6 2", /timestamp|integer/i),
  line3("value a word", "1709193602000 good 2", /value|number/i),
  line3("step a float", "1709193602000 0.6 2.5", /step|integer/i),
  line3("line of NUL bytes", "\0".repeat(24), /./),
  {
    ...METRIC,
    name: "metric with conflict markers",
    apply: conflict(HEALTHY.metric, 3, "1709193602000 0.61 2"),
    line: 3,
    reason: /conflict/i,
  },
  { ...METRIC, name: "metric an LFS pointer", apply: replace(HEALTHY.metric, LFS_POINTER), reason: /./ },
];
