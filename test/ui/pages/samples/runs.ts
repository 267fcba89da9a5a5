import type { RunView } from "../../../../src/core/model/views.ts";
import { bareRun, curve, HOUR, keyValues, metric, NOW, problem, row } from "./parts.ts";
import { typical } from "./typical.ts";

const EVIL = '<img src=x onerror="document.body.dataset.evil=1">';
const RTL = "\u202egnp.exe\u202c";

/** The other runs a page must bear. */
const oneMetric = bareRun({
  row: row({ label: "1f0a77c2", name: null, primary: { key: "accuracy", value: 0.8712, best: false } }),
  primary: { key: "accuracy", goal: "max" },
  metrics: [metric("accuracy", 0.8712, { goal: "max" })],
});

const nothing = bareRun({
  row: row({ label: "1f0a77c2", name: null, primary: null, end: null, status: "unfinished" }),
});

const manyParams = bareRun({
  row: row({ label: "sweep-0421" }),
  params: Array.from({ length: 1000 }, (_, i) => ({
    key: `model.encoder.layers.${Math.floor(i / 8)}.${["dropout", "hidden_size", "activation", "init", "norm", "bias", "heads", "attention_probability_dropout_rate_schedule"][i % 8]}`,
    value:
      i % 97 === 0
        ? JSON.stringify({ schedule: Array.from({ length: 900 }, (_, n) => n / 1000) })
        : String((i * 7919) % 1000),
  })),
  metrics: Array.from({ length: 60 }, (_, i) =>
    i < 30 ? curve(`group_${i % 5}/loss_${i}`, 2 + i / 10, 0.1 + i / 50, 120) : metric(`eval/score_${i}`, i / 7),
  ),
});

const hostile = bareRun({
  row: row({
    id: "0badc0de0badc0de",
    label: `${EVIL}${RTL}`,
    name: EVIL,
    primary: { key: EVIL, value: 1e308, best: true },
  }),
  experimentName: `${EVIL} and a name that goes on ${"and on ".repeat(40)}`,
  storeLabel: `${EVIL}/mlruns`,
  params: keyValues({
    [EVIL]: EVIL,
    [`very_long_${"k".repeat(2000)}`]: "v".repeat(10_240),
    __proto__: "x",
    constructor: "y",
    control: "a\u0000b\u0007c\u200bd",
    empty: "",
    lines: Array.from({ length: 40 }, (_, i) => `line ${i}`).join("\n"),
    rtl: RTL,
    script: "</script><script>document.body.dataset.evil=1</script>",
    עברית: "שלום עולם",
  }),
  metrics: [
    metric(EVIL, Number.NaN),
    metric("huge", 1e308),
    metric("infinite", Number.POSITIVE_INFINITY),
    metric("minus zero", -0),
    metric("tiny", 5e-324),
    curve(`loss ${"x".repeat(300)}`, 2, 0.1, 40),
  ],
  tags: keyValues({
    [EVIL]: EVIL,
    "mlflow.note.content": `${EVIL}\n\n[click](javascript:document.body.dataset.evil=1) ![x](https://tracker.example/pixel.png)\n\n<script>document.body.dataset.evil=1</script>\n\n[data](data:text/html,<script>1</script>)`,
    "mlflow.source.name": `${EVIL}/../../train.py`,
    "mlflow.source.git.commit": EVIL,
  }),
  problems: [problem({ reason: `${EVIL} is not a number.`, file: `0/${EVIL}` })],
  parent: row({ id: EVIL, label: EVIL }),
  previous: row({ id: EVIL, label: EVIL }),
});

const damaged = bareRun({
  row: row({ label: "7c1e0f6b", name: null, status: "unreadable", primary: null, start: null, end: null, problems: 8 }),
  metrics: [metric("loss", 0.25, { goal: "min" })],
  params: keyValues({ lr: "0.1" }),
  problems: [
    problem({
      code: "empty",
      severity: "error",
      file: "340552200834895538/7c1e0f6b/meta.yaml",
      line: null,
      reason: "This file is empty; name, status and times of the run are not known.",
    }),
    ...Array.from({ length: 7 }, (_, i) => problem({ line: i + 3 })),
  ],
});

const live = bareRun({
  row: row({
    label: "night-training",
    status: "live",
    start: NOW - 0.2 * HOUR,
    end: null,
    primary: { key: "loss", value: 0.8, best: false },
  }),
  primary: { key: "loss", goal: "min" },
  metrics: [curve("loss", 2.4, 0.8, 20), curve("accuracy", 0.1, 0.6, 20)],
  params: keyValues({ lr: "0.001", optimizer: "adamw" }),
});

/** Metrics that fall below zero, one of them at once. */
const negative = bareRun({
  row: row({ label: "elbo-3", primary: { key: "elbo", value: -0.8, best: false } }),
  primary: { key: "elbo", goal: "max" },
  metrics: [curve("elbo", 2.4, -0.8, 40), curve("log_likelihood", -900, -120, 40)],
});

export const runs: Readonly<Record<string, RunView | null>> = {
  typical,
  "one-metric": oneMetric,
  nothing,
  "many-params": manyParams,
  hostile,
  damaged,
  live,
  negative,
  gone: null,
};
