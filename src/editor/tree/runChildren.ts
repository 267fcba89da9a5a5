import type { RunView } from "../../core/model/views.ts";
import { metricFact } from "./facts.ts";
import type { ExperimentNode, Node, RunNode, Section, SectionNode } from "./nodes.ts";

/** Metrics listed directly under a run; the rest is under "Metrics". */
export const DIRECT_METRICS = 5;

/** What a run holds: its first metrics, then a section for each kind of thing it has any of. */
export function runSections(node: RunNode, view: RunView): Node[] {
  const direct = metricsByWeight(view)
    .slice(0, DIRECT_METRICS)
    .map((metric) => metricFact(node, metric));
  const sections: [Section, number | null][] = [
    ["metrics", view.metrics.length > DIRECT_METRICS ? view.metrics.length : 0],
    ["params", view.params.length],
    ["tags", view.tags.length],
    ["datasets", view.datasets.length],
    ["models", view.modelInputs.length + view.modelOutputs.length],
    ["traces", view.traces.length],
    ["artifacts", null],
  ];
  return [
    ...direct,
    ...sections.filter(([, count]) => count !== 0).map(([section, count]) => sectionNode(node, section, count)),
  ];
}

/** Models and traces of an experiment that belong to no single run are found below the experiment. */
export function experimentSections(node: ExperimentNode): SectionNode[] {
  const { loggedModels, traces } = node.row;
  const sections: SectionNode[] = [];
  if (loggedModels > 0) sections.push(sectionNode(node, "models", loggedModels));
  if (traces > 0) sections.push(sectionNode(node, "traces", traces));
  return sections;
}

/** The primary metric first, then by name. */
export function metricsByWeight(view: RunView): RunView["metrics"] {
  const primary = view.primary?.key;
  return [...view.metrics].sort((a, b) => Number(b.key === primary) - Number(a.key === primary));
}

function sectionNode(parent: RunNode | ExperimentNode, section: Section, count: number | null): SectionNode {
  return { kind: "section", id: `section\n${parent.id}\n${section}`, parent, section, count };
}
