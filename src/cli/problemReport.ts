import type { Problem } from "../core/model/problem.ts";
import { visibleText } from "../core/model/visibleText.ts";
import { type ProblemJson, toProblemJson } from "../core/rest/problem.ts";
import type { OpenStore } from "./openStores.ts";
import { styleFor } from "./style.ts";
import type { Terminal } from "./terminal.ts";
import { counted } from "./values.ts";

/** Problems named one by one; the rest is counted. */
const NAMED = 10;

/** Gathers what could not be read, to be told at the end. */
export class ProblemReport {
  readonly found: ProblemJson[] = [];

  add(store: OpenStore, problems: readonly Problem[]): void {
    for (const found of problems) this.found.push(toProblemJson(store.ref, found));
  }

  /** Says on standard error what was found, the worst first. */
  async tell({ err, colour }: Terminal): Promise<void> {
    if (this.found.length === 0) return;
    const style = styleFor(colour);
    const errors = this.found.filter((found) => found.severity === "error");
    const warnings = this.found.filter((found) => found.severity === "warning");
    for (const found of [...errors, ...warnings].slice(0, NAMED)) {
      const place = found.line === null ? found.file : `${found.file}:${found.line}`;
      const mark = found.severity === "error" ? style.red : style.yellow;
      await err(`${mark(found.severity)}: ${visibleText(place)}: ${visibleText(found.reason)}\n`);
    }
    const rest = this.found.length - NAMED;
    if (rest > 0)
      await err(`… and ${counted(rest, "more problem", "more problems")}; "mlflow-runs export" has them all.\n`);
  }
}
