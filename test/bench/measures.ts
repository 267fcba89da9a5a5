import type { Measure } from "./measure.ts";
import { activation } from "./measures/activation.ts";
import { blocking } from "./measures/blocking.ts";
import { bundle } from "./measures/bundle.ts";
import { change } from "./measures/change.ts";
import { charts } from "./measures/charts.ts";
import { cli } from "./measures/cli.ts";
import { compareMany } from "./measures/compareMany.ts";
import { compareScroll } from "./measures/compareScroll.ts";
import { databaseIndex } from "./measures/databaseIndex.ts";
import { experiments } from "./measures/experiments.ts";
import { filter } from "./measures/filter.ts";
import { fullIndex } from "./measures/fullIndex.ts";
import { largeStore } from "./measures/largeStore.ts";
import { longMetric } from "./measures/longMetric.ts";
import { memory } from "./measures/memory.ts";
import { realMlflow } from "./measures/realMlflow.ts";
import { reopening } from "./measures/reopening.ts";
import { select } from "./measures/select.ts";
import { slowDisk } from "./measures/slowDisk.ts";
import { smallStore } from "./measures/smallStore.ts";
import { table } from "./measures/table.ts";
import { tableFirstRows } from "./measures/tableFirstRows.ts";
import { tableScroll } from "./measures/tableScroll.ts";
import { verify } from "./measures/verify.ts";

/** In the order of the table. */
export const measures: readonly Measure[] = [
  ...[smallStore, experiments, fullIndex, reopening, databaseIndex, slowDisk, verify],
  ...[change, select, filter, table, compareMany, blocking, memory, longMetric, cli, bundle, activation],
  ...[tableFirstRows, tableScroll, compareScroll],
  ...[charts, realMlflow, largeStore],
];
