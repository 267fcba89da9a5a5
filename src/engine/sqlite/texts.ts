import { readByRun } from "./byRun.ts";
import { type Cell, text } from "./cells.ts";
import type { Connection } from "./connection.ts";
import { type Draft, intoDrafts } from "./draft.ts";

/** Adds params and tags to the runs, in the order of the rows. */
export function readTexts(connection: Connection, drafts: readonly Draft[], ids: readonly string[]): void {
  for (const name of ["params", "tags"] as const) {
    const table = connection.schema.get(name);
    if (!table?.has("run_uuid")) continue;
    const columns = [table.text("key"), table.text("value")];
    const what = name === "params" ? "param" : "tag";
    const sink = intoDrafts(drafts, name, (draft, row) => {
      const key = textOf(draft, row[1], `the key of a ${what}`);
      draft[name].push({ key, value: textOf(draft, row[2], `${what} "${key.slice(0, 80)}"`) });
    });
    readByRun(connection, { table, run: "run_uuid", columns }, ids, sink);
  }
}

/** The common case allocates nothing. */
function textOf(draft: Draft, cell: Cell | undefined, about: string): string {
  return typeof cell === "string" ? cell : text(cell, { problems: draft.problems, about });
}
