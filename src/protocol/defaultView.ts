import type { TableView } from "../core/model/runsTable.ts";

/** A table as nobody has changed it. */
export const DEFAULT_VIEW: TableView = {
  columns: null,
  pinned: ["attributes.label"],
  widths: {},
  hideConstant: true,
  order: [],
  grouping: null,
  filter: "",
  lifecycle: "active",
};
