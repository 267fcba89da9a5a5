import { textOf } from "../../core/model/text.ts";
import type { RunView } from "../../core/model/views.ts";
import { t } from "../base/l10n.ts";
import { escapeMarkdown, shorten } from "./markdown.ts";
import { metricsByWeight } from "./runChildren.ts";
import { statusWord } from "./status.ts";
import { moment, took } from "./time.ts";

const ROWS = 8;

/** A run for a hover: when, how long, by whom, from what, its first metrics and params with exact values. */
export function runTooltip(view: RunView): string {
  const { row } = view;
  const lines = [`**${escapeMarkdown(shorten(row.label, 200))}** · ${statusWord(row.status)}`];
  lines.push([whenLine(view), whoLine(view)].filter((line) => line !== "").join("  \n"));
  const metrics = metricsByWeight(view).map(({ key, last }): [string, string] => [key, String(last.value)]);
  lines.push(table(t("Metrics"), metrics));
  lines.push(
    table(
      t("Params"),
      view.params.map(({ key, value }): [string, string] => [key, value]),
    ),
  );
  lines.push(...view.problems.slice(0, 5).map(({ reason }) => `$(warning) ${escapeMarkdown(shorten(reason, 300))}`));
  lines.push(`\`${row.id.replaceAll("`", "")}\``);
  return lines.filter((line) => line !== "").join("\n\n");
}

function whenLine({ row }: RunView): string {
  if (row.start === null) return "";
  const time = took(row.start, row.end);
  return time === "" ? moment(row.start) : `${moment(row.start)} · ${t("took {0}", time)}`;
}

function whoLine({ info, tags }: RunView): string {
  const source = textOf(tags, "mlflow.source.name");
  const commit = textOf(tags, "mlflow.source.git.commit");
  const texts = [info.user, source ?? "", commit === null ? "" : t("commit {0}", commit.slice(0, 8))];
  return texts
    .filter((text) => text !== "")
    .map((text) => escapeMarkdown(shorten(text, 120)))
    .join(" · ");
}

function table(heading: string, entries: readonly [string, string][]): string {
  if (entries.length === 0) return "";
  const rows = entries
    .slice(0, ROWS)
    .map(([key, value]) => `| ${escapeMarkdown(shorten(key, 80))} | ${escapeMarkdown(shorten(value, 80))} |`);
  if (entries.length > ROWS) rows.push(`| … | ${t("{0} more", entries.length - ROWS)} |`);
  return [`| ${heading} | |`, "| :--- | :--- |", ...rows].join("\n");
}
