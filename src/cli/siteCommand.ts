import { gatherStores } from "../engine/export/gather.ts";
import type { Options } from "./args.ts";
import { aboutPage, storeTitle, withEngine, writePage } from "./exportPage.ts";
import type { OpenStore } from "./openStores.ts";
import type { ProblemReport } from "./problemReport.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage.ts";
import { counted } from "./values.ts";

/** Writes stores as one page: their runs as tables, and the comparison of any of them. */
export async function siteCommand(
  stores: readonly OpenStore[],
  _options: Options,
  terminal: Terminal,
  report: ProblemReport,
): Promise<void> {
  const open = stores.filter(({ isOpen }) => isOpen);
  const [first, ...others] = open;
  if (first === undefined) throw new UsageError("There is no store that can be read.");
  const more = others.length === 0 ? "" : ` and ${counted(others.length, "more store", "more stores")}`;
  const about = aboutPage(`${storeTitle(first)}${more}`);
  const keys = open.map(({ ref }) => ref.key);
  const data = await withEngine(open, report, (engine) => gatherStores(engine, keys, about));
  if (data === null) throw new UsageError("A store could not be opened.");
  await writePage(data, terminal);
}
