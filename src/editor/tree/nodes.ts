import type { RunRef } from "../../core/model/run.ts";
import type {
  ArtifactEntry,
  ArtifactOwner,
  ExperimentRow,
  RunGroup,
  RunGrouping,
  RunRow,
  StoreRow,
} from "../../core/model/views.ts";
import type { Matches } from "./experimentText.ts";
import type { Look } from "./status.ts";

/** Every row of our trees. `id` is the same after a reload, so that what was open can be opened again. */
interface Row {
  readonly id: string;
  readonly parent: Node | null;
}

export interface StoreNode extends Row {
  readonly kind: "store";
  row: StoreRow;
  /** What the view shows of the store; its experiments and runs where it says nothing. */
  readonly holds: string | null;
}

export interface ExperimentNode extends Row {
  readonly kind: "experiment";
  row: ExperimentRow;
  matches: Matches;
  /** Whether it is the only one worth looking at, and so opens by itself. */
  alone: boolean;
}

export interface GroupNode extends Row {
  readonly kind: "group";
  readonly experiment: ExperimentNode;
  readonly grouping: RunGrouping;
  group: RunGroup;
}

export interface RunNode extends Row {
  readonly kind: "run";
  row: RunRow;
  /** The experiment it is listed in; its children by parent need it. */
  readonly experiment: ExperimentNode;
}

/** Stands for the rows of its parent that are not listed yet. */
export interface MoreNode extends Row {
  readonly kind: "more";
  readonly parent: Node;
  readonly rest: number;
}

export type Section = "metrics" | "params" | "tags" | "datasets" | "models" | "traces" | "artifacts";

export interface SectionNode extends Row {
  readonly kind: "section";
  readonly section: Section;
  readonly parent: RunNode | ExperimentNode;
  count: number | null;
}

/** A key and a value with nothing below: a metric, a param, a tag, a dataset, a trace, or a notice. */
export interface FactNode extends Row {
  readonly kind: "fact";
  readonly fact: "metric" | "param" | "tag" | "dataset" | "trace" | "notice";
  /** Of a metric, param or tag as it stands; `label` is what can be shown of it. */
  readonly key: string;
  readonly label: string;
  readonly description: string;
  /** Markdown. */
  readonly tooltip: string;
  readonly look: Look | null;
  /** What "Copy Value" copies. */
  readonly value: string;
}

/** A logged model or a registered version: something with artifacts of its own. */
export interface ModelNode extends Row {
  readonly kind: "model";
  readonly owner: ArtifactOwner;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly look: Look;
  /** Whether it can be expanded to its files. */
  readonly present: boolean;
  /** The run that made it. */
  readonly run: RunRef | null;
}

export interface FolderNode extends Row {
  readonly kind: "folder";
  readonly owner: ArtifactOwner;
  readonly entry: ArtifactEntry;
  /** Absolute path on disk. */
  readonly file: string;
}

export interface FileNode extends Row {
  readonly kind: "file";
  readonly entry: ArtifactEntry;
  readonly file: string;
  /** Why it is not opened, as the end of a sentence that begins with its name; null for a file that is. */
  readonly fault: string | null;
}

/** A heading of the Models view: a registered model, a prompt, or "Prompts". */
export interface RegisteredNode extends Row {
  readonly kind: "registered";
  readonly store: string;
  readonly name: string;
  readonly isPrompt: boolean;
  readonly description: string;
  readonly tooltip: string;
}

export interface PromptsNode extends Row {
  readonly kind: "prompts";
  readonly store: string;
  readonly count: number;
}

export type Node =
  | StoreNode
  | ExperimentNode
  | GroupNode
  | RunNode
  | MoreNode
  | SectionNode
  | FactNode
  | ModelNode
  | FolderNode
  | FileNode
  | RegisteredNode
  | PromptsNode;
