import type { TableContext } from "../../src/core/index/columns/tableContext.ts";
import { Overviews } from "../../src/core/index/overview.ts";
import { RunTable } from "../../src/core/index/table.ts";
import { TextSearch } from "../../src/core/index/textFilter.ts";
import { goalOf } from "../../src/core/model/goal.ts";
import type { RunRecord } from "../../src/core/model/run.ts";
import type { TableQuery } from "../../src/core/model/runsTable.ts";

export const NOW = Date.parse("2026-11-24T12:00:00Z");

/** An index of these runs; experiments are called after their folders. */
export function tableContext(records: readonly RunRecord[]): TableContext {
  const table = new RunTable();
  for (const record of records) table.put(record);
  return {
    store: "/s",
    table,
    now: NOW,
    changed: () => null,
    overviews: new Overviews(table),
    search: new TextSearch(table.strings),
    dialect: "file",
    experiments: [...new Set(records.map(({ info }) => info.experiment))],
    experimentName: (folder) => `exp ${folder}`,
    goalOf,
  };
}

export function tableQuery(part: Partial<TableQuery> = {}): TableQuery {
  return { store: "/s", experiments: null, filter: "", lifecycle: "active", order: [], ...part };
}
