import type { RunColumn } from "../../../../core/compare/manyRuns/columns.ts";
import { cellText, columnKey } from "../../../ui/chart/items/columnScale.ts";
import type { Fact } from "../../../ui/chart/items/Facts.tsx";
import { columnName } from "./ColumnSelect.tsx";
import type { RunSet } from "./runSet.ts";

/** What a run has in some columns, each once. */
export function runFacts(run: number, columns: readonly RunColumn[]): readonly Fact[] {
  const distinct = new Map(columns.map((column) => [columnKey(column), column]));
  return [...distinct.values()].map((column) => [columnName(column), cellText(column, run)]);
}

/** The same in one sentence. */
export function runWords({ labels }: RunSet, run: number, columns: readonly RunColumn[]): string {
  const facts = runFacts(run, columns).map(([name, value]) => `${name} ${value}`);
  return `${labels[run] ?? ""}: ${facts.join(", ")}`;
}
