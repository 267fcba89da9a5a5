import type { Engine } from "../../engine/engine.ts";
import { artifactNodes } from "./artifactChildren.ts";
import { type ChoiceSource, isFiltered } from "./choices.ts";
import { experimentNodes, rootNodes } from "./experimentChildren.ts";
import type { ExperimentNode, Node, RunNode } from "./nodes.ts";
import { experimentSections, runSections } from "./runChildren.ts";
import { experimentRuns, groupRuns, nestedRuns, type Paging } from "./runList.ts";
import { sectionChildren } from "./sectionChildren.ts";

/** What lies below each row of the Runs view, asked of the engine by ranges. */
export class Children {
  private readonly engine: Engine;
  private readonly choices: ChoiceSource;
  private readonly paging: Paging;
  constructor(engine: Engine, choices: ChoiceSource, paging: Paging) {
    this.engine = engine;
    this.choices = choices;
    this.paging = paging;
  }
  async of(node: Node | undefined): Promise<Node[]> {
    if (node === undefined) return rootNodes(this.engine, this.choices);
    switch (node.kind) {
      case "store":
        return experimentNodes(this.engine, this.choices, node.row.key, node);
      case "experiment":
        return this.ofExperiment(node);
      case "group":
        return groupRuns(this.engine, this.choices, this.paging, node);
      case "run":
        return this.ofRun(node);
      case "section":
        return sectionChildren(this.engine, node);
      case "model":
        return artifactNodes(this.engine, node, node.owner, "");
      case "folder":
        return artifactNodes(this.engine, node, node.owner, node.entry.path);
      default:
        return [];
    }
  }

  private async ofExperiment(node: ExperimentNode): Promise<Node[]> {
    const runs = await experimentRuns(this.engine, this.choices, this.paging, node);
    return isFiltered(this.choices.current()) ? runs : [...runs, ...experimentSections(node)];
  }

  private async ofRun(node: RunNode): Promise<Node[]> {
    const [view, nested] = await Promise.all([
      this.engine.run(node.row.ref),
      nestedRuns(this.engine, this.choices, this.paging, node),
    ]);
    return view === null ? nested : [...runSections(node, view), ...nested];
  }
}
