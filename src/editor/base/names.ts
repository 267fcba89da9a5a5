/** Every command of package.json; a test holds the two together. */
export const Command = {
  goToRun: "mlflowRuns.goToRun",
  goToBestRun: "mlflowRuns.goToBestRun",
  filter: "mlflowRuns.filterRuns",
  clearFilter: "mlflowRuns.clearFilter",
  sort: "mlflowRuns.sortRuns",
  group: "mlflowRuns.groupRuns",
  setPrimaryMetric: "mlflowRuns.setPrimaryMetric",
  showDeleted: "mlflowRuns.showDeleted",
  hideDeleted: "mlflowRuns.hideDeleted",
  openTable: "mlflowRuns.openRunsTable",
  exportRuns: "mlflowRuns.exportRuns",
  compareSelected: "mlflowRuns.compareSelected",
  selectForCompare: "mlflowRuns.selectForCompare",
  compareWithSelected: "mlflowRuns.compareWithSelected",
  pin: "mlflowRuns.pin",
  setBaseline: "mlflowRuns.setBaseline",
  diffCode: "mlflowRuns.diffCode",
  rename: "mlflowRuns.rename",
  editNote: "mlflowRuns.editNote",
  setTag: "mlflowRuns.setTag",
  removeTag: "mlflowRuns.removeTag",
  verify: "mlflowRuns.verifyData",
  verifyFor: "mlflowRuns.verifyDataFor",
  fixProblems: "mlflowRuns.fixProblems",
  resolveConflict: "mlflowRuns.resolveConflict",
  showDamage: "mlflowRuns.showDamage",
  openUi: "mlflowRuns.openMlflowUi",
  addStore: "mlflowRuns.addStore",
  refresh: "mlflowRuns.refresh",
  open: "mlflowRuns.open",
  openToSide: "mlflowRuns.openToSide",
  revealInExplorer: "mlflowRuns.revealInExplorer",
  copyId: "mlflowRuns.copyId",
  copyUri: "mlflowRuns.copyUri",
  copyPath: "mlflowRuns.copyPath",
  copyValue: "mlflowRuns.copyValue",
  copyMarkdown: "mlflowRuns.copyMarkdown",
  saveAs: "mlflowRuns.saveAs",
  showMore: "mlflowRuns.showMore",
} as const;

export const View = { runs: "mlflowRuns.runs", models: "mlflowRuns.models" } as const;

/** Keys of `when` clauses. */
export const Context = {
  hasStores: "mlflowRuns.hasStores",
  hasModels: "mlflowRuns.hasModels",
  /** A command of ours has run, so that the welcome text may show without any store. */
  used: "mlflowRuns.used",
  /** The bounded look has ended. */
  looked: "mlflowRuns.looked",
  filtered: "mlflowRuns.filtered",
  /** Two runs or more are selected in the tree. */
  severalSelected: "mlflowRuns.severalSelected",
  showsDeleted: "mlflowRuns.showsDeleted",
  /** Verify knows of an error. */
  damaged: "mlflowRuns.damaged",
  /** A run waits for "Compare with Selected". */
  comparing: "mlflowRuns.comparing",
} as const;

export const RUN_SCHEME = "mlflow-run";
export const RUN_EDITOR = "mlflowRuns.run";
export const RUNS_PANEL = "mlflowRuns.table";
/** Notes of runs as Markdown files. */
export const NOTE_SCHEME = "mlflow-note";
/** Files as they were in a commit. */
export const COMMIT_SCHEME = "mlflow-commit";
/** Pages of verify's rules; package.json has them shown as a preview. */
export const RULE_SCHEME = "mlflow-rule";
/** Files as they would be when they are mended. */
export const MENDED_SCHEME = "mlflow-mended";
/** Tree rows that are no files; only decorations look at it. */
export const ROW_SCHEME = "mlflow-row";
/** Verify as a task of tasks.json. */
export const TASK_TYPE = "mlflow-runs";
/** Publisher and name of package.json, as addresses of the editor have them. */
export const EXTENSION_ID = "mlflow-runs.mlflow-runs";
