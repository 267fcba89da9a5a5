import { gatherStore } from "../engine/export/gather.ts";
import type { Options } from "./args.ts";
import { aboutPage, storeTitle, withEngine, writePage } from "./exportPage.ts";
import type { OpenStore } from "./openStores.ts";
import type { ProblemReport } from "./problemReport.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage.ts";

/** Writes a store as one page: its runs as a table, and the comparison of any of them. */
export async function siteCommand(
  stores: readonly OpenStore[],
  _options: Options,
  terminal: Terminal,
  report: ProblemReport,
): Promise<void> {
  const open = stores.filter(({ isOpen }) => isOpen);
  const [store, ...others] = open;
  if (store === undefined) throw new UsageError("There is no store that can be read.");
  if (others.length > 0) {
    const names = open.map(({ ref }) => `  ${ref.label}`);
    throw new UsageError(
      [`A page shows one store; give the path of one of these ${open.length}:`, ...names].join("\n"),
    );
  }
  const data = await withEngine([store], report, (engine) =>
    gatherStore(engine, store.ref.key, aboutPage(storeTitle(store))),
  );
  if (data === null) throw new UsageError("The store could not be opened.");
  await writePage(data, terminal);
}
