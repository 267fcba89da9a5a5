/** What is asked for by hand and now and then: loaded then. */

export { applyMend } from "../mend/applyMend.ts";
export { planMend } from "../mend/planMend.ts";
export { comparedFiles, fileContents } from "./comparedFiles.ts";
export { modelsCompared } from "./comparedModels.ts";
export { tablesCompared } from "./comparedTables.ts";
export { editRun, undoRunEdit } from "./editRun.ts";
export { exportStore } from "./exportStore.ts";
