import { t } from "../base/l10n.ts";
import type { Section } from "./nodes.ts";

export function sectionName(section: Section): string {
  switch (section) {
    case "metrics":
      return t("Metrics");
    case "params":
      return t("Params");
    case "tags":
      return t("Tags");
    case "datasets":
      return t("Datasets");
    case "models":
      return t("Models");
    case "traces":
      return t("Traces");
    case "artifacts":
      return t("Artifacts");
  }
}

const ICONS: Record<Section, string> = {
  metrics: "graph",
  params: "settings",
  tags: "tag",
  datasets: "table",
  models: "package",
  traces: "list-tree",
  artifacts: "files",
};

export function sectionLook(section: Section): string {
  return ICONS[section];
}
