import type { Column } from "../../../../core/model/runsTable.ts";
import type { IconName } from "../../../ui/iconPaths.ts";

/** Columns of runs themselves have none. */
export const COLUMN_ICONS: Readonly<Partial<Record<Column["kind"], IconName>>> = {
  metric: "metric",
  param: "param",
  tag: "tag",
};
