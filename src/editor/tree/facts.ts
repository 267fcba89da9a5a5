import { shortNumber } from "../../core/model/numberText.ts";
import type { DatasetInput } from "../../core/model/run.ts";
import type { KeyValue } from "../../core/model/text.ts";
import type { Trace } from "../../core/model/trace.ts";
import type { RunView } from "../../core/model/views.ts";
import { counted, t } from "../base/l10n.ts";
import { escapeMarkdown, printable, shorten } from "./markdown.ts";
import type { FactNode, Node } from "./nodes.ts";
import type { Look } from "./status.ts";
import { duration, moment } from "./time.ts";

const plain = (icon: string): Look => ({ icon, color: null });

/** The value, and where the last is not the best, the best beside it. */
export function metricFact(parent: Node, metric: RunView["metrics"][number]): FactNode {
  const { key, last, count } = metric;
  const texts = [shortNumber(last.value)];
  const best = bestOf(metric);
  if (best !== null && best !== last.value) texts.push(t("best {0}", shortNumber(best)));
  if (count > 1) texts.push(counted(count, t("1 point"), t("{0} points")));
  return {
    kind: "fact",
    fact: "metric",
    key,
    id: `metric\n${parent.id}\n${key}`,
    parent,
    label: printable(key),
    description: texts.join(" · "),
    tooltip: metricTooltip(metric),
    look: plain("graph-line"),
    value: String(last.value),
  };
}

function bestOf({ goal, min, max }: RunView["metrics"][number]): number | null {
  if (goal === "unknown") return null;
  return goal === "min" ? min : max;
}

function metricTooltip({ key, last, first, min, max, count }: RunView["metrics"][number]): string {
  const lines = [`**${escapeMarkdown(shorten(key, 200))}**`, "", "| | |", "| --- | --- |"];
  lines.push(`| ${t("last")} | ${last.value} (${t("step {0}", last.step)}) |`);
  if (count > 1) {
    lines.push(`| ${t("first")} | ${first} |`, `| ${t("min")} | ${min} |`, `| ${t("max")} | ${max} |`);
    lines.push(`| ${t("points")} | ${count} |`);
  }
  return lines.join("\n");
}

export function textFact(parent: Node, fact: "param" | "tag", { key, value }: KeyValue): FactNode {
  return {
    kind: "fact",
    fact,
    key,
    id: `${fact}\n${parent.id}\n${key}`,
    parent,
    label: printable(key),
    description: shorten(value, 120),
    tooltip: `**${escapeMarkdown(shorten(key, 200))}**\n\n${escapeMarkdown(shorten(value, 2000))}`,
    look: plain(fact === "param" ? "symbol-parameter" : "tag"),
    value,
  };
}

export function datasetFact(parent: Node, dataset: DatasetInput, index: number): FactNode {
  const context = dataset.tags.find(({ key }) => key === "mlflow.data.context")?.value;
  const details = [context, dataset.digest].filter((text) => text !== undefined && text !== "");
  const lines = [
    `**${escapeMarkdown(shorten(dataset.name, 200))}**`,
    "",
    `${t("digest")}: ${escapeMarkdown(dataset.digest)}`,
    "",
    `${t("source")}: ${escapeMarkdown(shorten(`${dataset.sourceType} ${dataset.source}`, 600))}`,
  ];
  return {
    kind: "fact",
    fact: "dataset",
    key: dataset.name,
    id: `dataset\n${parent.id}\n${index}`,
    parent,
    label: printable(dataset.name),
    description: details.map((text) => shorten(text ?? "", 60)).join(" · "),
    tooltip: lines.join("\n"),
    look: plain("table"),
    value: dataset.source,
  };
}

export function traceFact(parent: Node, trace: Trace): FactNode {
  const details = [shorten(trace.state, 20)];
  if (trace.durationMs !== null) details.push(duration(trace.durationMs));
  const lines = [`**${escapeMarkdown(trace.id)}**`];
  if (trace.requestTime !== null) lines.push(moment(trace.requestTime));
  if (trace.requestPreview !== null)
    lines.push(`${t("request")}: ${escapeMarkdown(shorten(trace.requestPreview, 600))}`);
  if (trace.responsePreview !== null) {
    lines.push(`${t("response")}: ${escapeMarkdown(shorten(trace.responsePreview, 600))}`);
  }
  return {
    kind: "fact",
    fact: "trace",
    key: trace.id,
    id: `trace\n${parent.id}\n${trace.id}`,
    parent,
    label: shorten(trace.requestPreview ?? trace.id, 60),
    description: details.join(" · "),
    tooltip: lines.join("\n\n"),
    look: trace.state === "ERROR" ? { icon: "error", color: "testing.iconFailed" } : plain("list-tree"),
    value: trace.id,
  };
}

/** A sentence where one looks for something that is not there. */
export function noticeFact(parent: Node, sentence: string): FactNode {
  return {
    kind: "fact",
    fact: "notice",
    key: "",
    id: `notice\n${parent.id}`,
    parent,
    label: "",
    description: shorten(sentence, 300),
    tooltip: escapeMarkdown(sentence),
    look: plain("info"),
    value: sentence,
  };
}
