import { shortNumber } from "../../core/model/numberText.ts";
import type { Engine } from "../../engine/engine.ts";
import { t } from "../base/l10n.ts";
import { runCount } from "./experimentText.ts";
import { escapeMarkdown, shorten } from "./markdown.ts";
import type { ExperimentNode, Node, StoreNode } from "./nodes.ts";
import { runTooltip } from "./runTooltip.ts";
import { moment } from "./time.ts";

/** A row's hover as Markdown, made when the pointer rests on it; null where the row says everything. */
export async function nodeTooltip(node: Node, engine: Engine): Promise<string | null> {
  switch (node.kind) {
    case "run": {
      const view = await engine.run(node.row.ref);
      return view === null ? t("This run is no longer there.") : runTooltip(view);
    }
    case "experiment":
      return experimentTooltip(node);
    case "store":
      return storeTooltip(node);
    case "fact":
    case "model":
    case "registered":
      return node.tooltip;
    case "file":
    case "folder":
      return escapeMarkdown(node.file);
    default:
      return null;
  }
}

function experimentTooltip({ row, matches }: ExperimentNode): string {
  const lines = [`**${escapeMarkdown(shorten(row.name, 200))}** · ${runCount(row.runs)}`];
  if (row.deletedRuns !== null && row.deletedRuns > 0) lines.push(t("{0} of them deleted", row.deletedRuns));
  if (row.primary !== null) lines.push(primaryLine(row, matches === null ? row.best : matches.best));
  if (row.note !== null) lines.push(escapeMarkdown(shorten(row.note, 400)));
  if (row.problems > 0) lines.push(`$(warning) ${t("{0} problems; “Verify Data” lists them", row.problems)}`);
  lines.push(`\`${row.id.replaceAll("`", "")}\``);
  return lines.join("\n\n");
}

/** `best` is that of the runs shown. */
function primaryLine({ primary }: ExperimentNode["row"], best: ExperimentNode["row"]["best"]): string {
  if (primary === null) return "";
  const goal = { min: t("lower is better"), max: t("higher is better"), unknown: t("goal unknown") }[primary.goal];
  const line = t("Judged by {0} ({1})", escapeMarkdown(shorten(primary.key, 80)), goal);
  return best === null
    ? line
    : `${line}: ${t("best {0} ({1})", shortNumber(best.value), escapeMarkdown(shorten(best.label, 80)))}`;
}

function storeTooltip({ row }: StoreNode): string {
  const lines = [escapeMarkdown(row.key)];
  if (row.asOf !== null) lines.push(t("The database is busy; shown as of {0}.", moment(row.asOf)));
  if (row.error !== null) lines.push(`$(error) ${escapeMarkdown(row.error)}`);
  return lines.join("\n\n");
}
