import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { version } from "../../package.json";
import type { ExportData, LeftOut } from "../core/compare/export/exportData.ts";
import { exportHtml, TooLarge } from "../core/compare/export/exportHtml.ts";
import type { Engine } from "../engine/engine.ts";
import { openEngine } from "../engine/local.ts";
import type { OpenStore } from "./openStores.ts";
import type { ProblemReport } from "./problemReport.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage.ts";
import { counted } from "./values.ts";

/** Lies beside the program. */
const PAGE = "export.html";

/** Writes a page that needs nothing else, and says what it lacks. */
export async function writePage(data: ExportData, terminal: Terminal): Promise<void> {
  await terminal.out(htmlOf(await readPage(), data));
  for (const left of data.leftOut) await terminal.err(`${leftOutText(left)}\n`);
}

function htmlOf(page: string, data: ExportData): string {
  try {
    return exportHtml(page, data);
  } catch (error) {
    if (error instanceof TooLarge) throw new UsageError(error.message);
    throw error;
  }
}

async function readPage(): Promise<string> {
  const file = join(__dirname, PAGE);
  try {
    return await readFile(file, "utf8");
  } catch {
    throw new UsageError(`The page is missing that belongs beside this program: ${file}. Install mlflow-runs again.`);
  }
}

function leftOutText({ what, count, of }: LeftOut): string {
  const all = of.toLocaleString("en-US");
  if (what === "runs") return `The oldest ${count.toLocaleString("en-US")} of ${all} runs are left out.`;
  if (what === "details") {
    return `Curves, models and files of the oldest ${count.toLocaleString("en-US")} of ${all} runs are left out.`;
  }
  if (what === "curves") return `The curves of ${counted(count, "metric", "metrics")} of ${all} are left out.`;
  return `The contents of ${counted(count, "file", "files")} of ${all} are left out.`;
}

/** What a page says of itself. */
export function aboutPage(title: string): Pick<ExportData, "title" | "version" | "strings"> {
  return { title, version, strings: {} };
}

/** A store's name among people: its folder's, or the one above where that is called `mlruns`. */
export function storeTitle({ ref }: OpenStore): string {
  const name = basename(ref.key);
  return name === "mlruns" ? `${basename(join(ref.key, ".."))} (mlruns)` : name;
}

/** Opens stores with the engine for as long as something is done with it; what could not be read is told. */
export async function withEngine<T>(
  stores: readonly OpenStore[],
  report: ProblemReport,
  use: (engine: Engine) => Promise<T>,
): Promise<T> {
  const engine = openEngine();
  try {
    await engine.open({ stores: stores.map(({ ref }) => ref), cacheFolder: null, watch: false });
    await engine.settled();
    const done = await use(engine);
    for (const store of stores) report.add(store, await engine.problems(store.ref.key));
    return done;
  } finally {
    await engine.close();
  }
}
